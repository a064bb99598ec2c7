package io.breakwater.contracts.signature;

import java.util.Map;

/** Signs events before they are sent. Safe for threads. */
public interface EventSigner {
    /** The Kafka header that holds the signature. */
    String HEADER = "breakwater_signature";

    /**
     * The header's value.
     *
     * @param headers with the CloudEvents attributes, as they are sent
     * @param value or null for a tombstone
     */
    String sign(String topic, String key, Map<String, String> headers, byte[] value);
}
