package io.breakwater.controller.state;

import io.breakwater.activation.AbsencePolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * An uninterrupted row of looks at which a majority of the authorities said that there is no record.
 *
 * @param since the first of them
 * @param last the last of them
 */
record Denial(Instant since, Instant last) {
    /** Looks further apart than this say nothing about the time between them: silence is no denial (I3). */
    static final Duration WIDEST_GAP = Duration.ofMinutes(5);

    private static final Duration DEFAULT_TTL = Duration.ofSeconds(60);

    /** The row with that look, or null when the look ends it. */
    static Denial after(Denial before, LastLook look) {
        if (!look.isDeniedByMajority()) {
            return null;
        }
        boolean goesOn = before != null && !look.seenAt().isAfter(before.last.plus(WIDEST_GAP));
        return new Denial(goesOn ? before.since : look.seenAt(), look.seenAt());
    }

    /** Whether the tenant's policy makes it the end of DR. The time since the last look does not count: nobody denied anything in it. */
    boolean endsMode(AbsencePolicy policy, Long ttlSeconds) {
        Duration ttl = ttlSeconds == null ? DEFAULT_TTL : Duration.ofSeconds(ttlSeconds);
        return policy.endsMode(since, ttl, last);
    }
}
