package io.breakwater.activation;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;

/**
 * What a record that has gone missing means. Written {@code keep} or {@code off-after:<ISO 8601 duration>}.
 *
 * @param offAfter how long a majority of the domain's authorities must deny the record before the mode becomes NORMAL; empty: never
 */
public record AbsencePolicy(Optional<Duration> offAfter) {

    /** Absence is never an instruction. */
    public static final AbsencePolicy KEEP = new AbsencePolicy(Optional.empty());

    /** No shorter time is allowed: caches and transfers between authorities need it. */
    public static final Duration SHORTEST = Duration.ofSeconds(120);

    private static final String OFF_AFTER = "off-after:";

    public AbsencePolicy {
        Objects.requireNonNull(offAfter, "offAfter");
        offAfter.filter(time -> time.compareTo(SHORTEST) < 0).ifPresent(time -> {
            throw new IllegalArgumentException("absence off-after must be at least " + SHORTEST + ", not " + time);
        });
    }

    /**
     * Reads the value of a setting.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    public static AbsencePolicy parse(String text) {
        if ("keep".equals(text)) {
            return KEEP;
        }
        if (text != null && text.startsWith(OFF_AFTER)) {
            try {
                return new AbsencePolicy(Optional.of(Duration.parse(text.substring(OFF_AFTER.length()))));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "absence off-after takes a duration such as PT10M, not '" + text + "'", e);
            }
        }
        throw new IllegalArgumentException("absence is 'keep' or 'off-after:<duration>', not '" + text + "'");
    }

    /**
     * Whether a denial has lasted long enough to end DR.
     *
     * @param deniedSince when a majority of the authorities began to deny the record, without interruption since
     * @param ttl the record's last known time to live: never less than twice of it
     */
    public boolean endsMode(Instant deniedSince, Duration ttl, Instant now) {
        Duration twice = ttl.multipliedBy(2);
        return offAfter.map(time -> time.compareTo(twice) < 0 ? twice : time)
                .filter(time -> !deniedSince.plus(time).isAfter(now))
                .isPresent();
    }

    /** The form that {@link #parse} reads. */
    @Override
    public String toString() {
        return offAfter.map(time -> OFF_AFTER + time).orElse("keep");
    }
}
