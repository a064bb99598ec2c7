package io.breakwater.platform.events;

import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import java.util.Map;

/** A Kafka record to send: already encoded. */
public record OutgoingRecord(String topic, String key, Map<String, String> headers, byte[] value) {

    public static OutgoingRecord of(EventEnvelope<?> event) {
        return new OutgoingRecord(
                event.type().topic(), event.key(), EventCodec.headers(event), EventCodec.value(event));
    }
}
