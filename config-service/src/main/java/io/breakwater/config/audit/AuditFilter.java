package io.breakwater.config.audit;

import io.breakwater.platform.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which entries are asked for. All are text, so that nonsense in them gets our answer instead of the framework's. */
public record AuditFilter(
        @QueryParam("from") String fromText,
        @QueryParam("to") String toText,
        @QueryParam("actor") String actor,
        @QueryParam("action") String action,
        @QueryParam("kind") String kind,
        @QueryParam("objectId") String objectId,
        @QueryParam("before") String beforeText,
        @QueryParam("limit") String limitText) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");
    private static final int MOST = 1_000;
    private static final int DEFAULT = 100;
    private static final int LONGEST = 100;

    /** Numbers below this one: where an earlier part ended. */
    Optional<Long> before() {
        return number("before", beforeText);
    }

    Optional<Instant> from() {
        return time("from", fromText);
    }

    Optional<Instant> to() {
        return time("to", toText);
    }

    int most() {
        return (int) Math.max(1, Math.min(MOST, number("limit", limitText).orElse((long) DEFAULT)));
    }

    /** The same, from another place on, and as many as there may be. */
    AuditFilter olderThan(long sequence) {
        return new AuditFilter(
                fromText, toText, actor, action, kind, objectId, Long.toString(sequence), Integer.toString(MOST));
    }

    /** Columns that must have that very text. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, "actor", actor);
        put(texts, "action", action);
        put(texts, "kind", kind);
        put(texts, "object_id", objectId);
        return texts;
    }

    private static void put(Map<String, String> texts, String column, String text) {
        if (text != null && !text.isBlank()) {
            if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
                throw ProblemException.field(column, "Must have at most " + LONGEST + " characters, none of them NUL.");
            }
            texts.put(column, text);
        }
    }

    private static Optional<Long> number(String name, String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw ProblemException.field(name, "Must be a whole number.");
        }
        return Optional.of(Long.parseLong(text));
    }

    private static Optional<Instant> time(String name, String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(text.trim());
            if (!time.isBefore(FIRST) && time.isBefore(LAST)) {
                return Optional.of(time);
            }
        } catch (DateTimeParseException e) {
            // refused below, like a time that no column holds
        }
        throw ProblemException.field(name, "Must be a time such as 2026-11-20T09:15:00Z.");
    }
}
