package io.breakwater.config.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.contracts.event.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/** An entry as the table has it. */
record StoredEntry(
        long sequence,
        Instant at,
        String actor,
        String action,
        String kind,
        String objectId,
        String content,
        byte[] hash) {
    private static final Duration ONE_MICROSECOND = Duration.of(1, ChronoUnit.MICROS);
    private static final ObjectMapper MAPPER = EventCodec.mapper();

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredEntry entry && sequence == entry.sequence && Arrays.equals(hash, entry.hash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, Arrays.hashCode(hash));
    }

    @Override
    public String toString() {
        return "StoredEntry[" + sequence + "]";
    }

    AuditEntryView view() {
        return new AuditEntryView(sequence, HexFormat.of().formatHex(hash), parsed());
    }

    /** Whether the columns say the same as the content that is hashed. */
    boolean isConsistent() {
        JsonNode parsed = parsed();
        return parsed.path("action").asText().equals(action)
                && parsed.path("kind").asText().equals(kind)
                && parsed.path("actor").asText("").equals(actor)
                && parsed.path("objectId").asText("").equals(objectId)
                && isWrittenAt(parsed.path("at").asText(""));
    }

    /** The column holds microseconds, rounded or cut. */
    private boolean isWrittenAt(String text) {
        try {
            return Duration.between(Instant.parse(text), at).abs().compareTo(ONE_MICROSECOND) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    JsonNode parsed() {
        try {
            return MAPPER.readTree(content);
        } catch (JsonProcessingException e) {
            // whoever altered it did not even leave JSON: it is shown as the text that it is
            return MAPPER.getNodeFactory().textNode(content);
        }
    }
}
