package io.breakwater.contracts.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One event: CloudEvents 1.0 context attributes and the payload.
 *
 * @param id unique per source; the inbox of each consumer tells a repeated event by it
 * @param source the producer, for example {@code /dr-controller}
 * @param key the Kafka key, also the CloudEvents {@code subject}: customer, group or agent id, as {@code docs/events.md} says
 * @param traceparent W3C trace context, or null
 */
public record EventEnvelope<T>(
        String id, EventType type, String source, String key, Instant time, String traceparent, T data) {

    public EventEnvelope {
        if (id == null || type == null || source == null || key == null || time == null || data == null) {
            throw new IllegalArgumentException("an event has an id, a type, a source, a key, a time and data");
        }
        if (!type.payload().isInstance(data)) {
            throw new IllegalArgumentException(
                    type.wireName() + " carries " + type.payload() + ", not " + data.getClass());
        }
    }

    /** A new event with a random id. */
    public static <T> EventEnvelope<T> of(String source, String key, Instant time, T data) {
        return new EventEnvelope<>(
                UUID.randomUUID().toString(), EventType.ofPayload(data.getClass()), source, key, time, null, data);
    }
}
