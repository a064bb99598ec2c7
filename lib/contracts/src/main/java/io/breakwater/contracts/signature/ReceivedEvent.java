package io.breakwater.contracts.signature;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A Kafka record as it came, not yet believed.
 *
 * @param key or null
 * @param headers each name once; of one that came several times the last
 * @param value or null for a tombstone
 */
public record ReceivedEvent(String topic, String key, Map<String, byte[]> headers, byte[] value) {
    /** A header as text, or null. */
    String text(String name) {
        byte[] octets = headers.get(name);
        return octets == null ? null : new String(octets, StandardCharsets.UTF_8);
    }
}
