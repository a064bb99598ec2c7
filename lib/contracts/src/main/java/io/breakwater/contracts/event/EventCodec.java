package io.breakwater.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event as a Kafka record in CloudEvents binary content mode (CloudEvents Kafka protocol binding 1.0.2, section 3.2): attributes
 * in {@code ce_} headers, JSON in the value. Stateless and safe for threads.
 */
public final class EventCodec {
    public static final String CONTENT_TYPE = "application/json";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** For what comes from outside: an event is small, flat and known. */
    private static final ObjectMapper EVENTS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(1L << 20)
                            .maxTokenCount(100_000)
                            .maxNestingDepth(16)
                            .maxStringLength(65_536)
                            .maxNameLength(256)
                            .maxNumberLength(64)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventCodec() {}

    /** The mapper with the suite's JSON rules: ISO 8601 times, no nulls, unknown fields ignored. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The record's headers. */
    public static Map<String, String> headers(EventEnvelope<?> event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", CONTENT_TYPE);
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id());
        headers.put("ce_type", event.type().wireName());
        headers.put("ce_source", event.source());
        headers.put("ce_subject", event.key());
        headers.put("ce_time", event.time().toString());
        if (event.traceparent() != null) {
            headers.put("traceparent", event.traceparent());
        }
        return headers;
    }

    /** The record's value. */
    public static byte[] value(EventEnvelope<?> event) {
        try {
            return MAPPER.writeValueAsBytes(event.data());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("an event of type " + event.type() + " cannot be written", e);
        }
    }

    /** Reads a record. Never throws on what came from outside: that is what {@link Decoded} is for. */
    public static Decoded decode(Map<String, byte[]> headers, String key, byte[] value) {
        if (value == null) {
            return new Decoded.Tombstone(key);
        }
        String wireName = text(headers, "ce_type");
        if (wireName == null) {
            return new Decoded.Malformed("the header ce_type is missing");
        }
        Optional<EventType> type = EventType.ofWireName(wireName);
        if (type.isEmpty()) {
            return new Decoded.UnknownType(wireName);
        }
        return decode(type.get(), headers, key, value);
    }

    private static Decoded decode(EventType type, Map<String, byte[]> headers, String key, byte[] value) {
        String id = text(headers, "ce_id");
        String source = text(headers, "ce_source");
        String time = text(headers, "ce_time");
        if (id == null || source == null || time == null || key == null) {
            return new Decoded.Malformed("one of ce_id, ce_source, ce_time and the key is missing");
        }
        try {
            Object data = EVENTS.readValue(value, type.payload());
            if (data == null) {
                return new Decoded.Malformed("the value is null");
            }
            return new Decoded.Event(new EventEnvelope<>(
                    id, type, source, key, Instant.parse(time), text(headers, "traceparent"), data));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new Decoded.Malformed(
                    "not a " + type.wireName() + ": " + e.getClass().getSimpleName());
        }
    }

    private static String text(Map<String, byte[]> headers, String name) {
        byte[] value = headers.get(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** What a Kafka record turned out to be. */
    public sealed interface Decoded {
        /** An event of a known type. */
        record Event(EventEnvelope<?> envelope) implements Decoded {}

        /** A deleted key of a compacted topic. */
        record Tombstone(String key) implements Decoded {}

        /** A type of a later version: skip it and count it. */
        record UnknownType(String wireName) implements Decoded {}

        /** Not an event of ours: to the dead-letter topic. The reason holds no payload. */
        record Malformed(String reason) implements Decoded {}
    }
}
