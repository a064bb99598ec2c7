package io.breakwater.controller.state;

import io.breakwater.activation.AbsencePolicy;
import java.time.Duration;
import java.time.Instant;

/**
 * An uninterrupted row of looks at which a majority of the authorities said that there is no record. It lasts by two clocks, that of
 * whoever looked and ours: looks that came in a burst, whatever times they name, are one look. A look from the future is none.
 *
 * @param since the first of them
 * @param last the last of them
 * @param heardSince when the first was heard here
 * @param heardLast when the last was heard here
 * @param looks how many of them count
 */
record Denial(Instant since, Instant last, Instant heardSince, Instant heardLast, int looks) {
    /**
     * When looks count.
     *
     * @param spacing looks closer together are one
     * @param widestGap looks further apart say nothing about the time between them: silence is no denial (I3)
     * @param least looks that end a mode
     */
    record Counting(Duration spacing, Duration widestGap, int least) {}

    private static final Duration DEFAULT_TTL = Duration.ofSeconds(60);

    /** The row with that look, or null when the look ends it. */
    static Denial after(Denial before, LastLook look, Counting counting, Instant now) {
        if (!look.isDeniedByMajority()) {
            return null;
        }
        if (look.seenAt().isAfter(now)) {
            return before;
        }
        if (before == null || before.isBroken(look, counting, now)) {
            return new Denial(look.seenAt(), look.seenAt(), now, now, 1);
        }
        boolean another = !look.seenAt().isBefore(before.last.plus(counting.spacing()))
                && !now.isBefore(before.heardLast.plus(counting.spacing()));
        return another ? new Denial(before.since, look.seenAt(), before.heardSince, now, before.looks + 1) : before;
    }

    private boolean isBroken(LastLook look, Counting counting, Instant now) {
        return look.seenAt().isAfter(last.plus(counting.widestGap()))
                || now.isAfter(heardLast.plus(counting.widestGap()));
    }

    /** Whether the tenant's policy makes it the end of DR. The time since the last look does not count: nobody denied anything in it. */
    boolean endsMode(AbsencePolicy policy, Long ttlSeconds, Counting counting) {
        Duration ttl = ttlSeconds == null ? DEFAULT_TTL : Duration.ofSeconds(ttlSeconds);
        return looks >= counting.least()
                && policy.endsMode(since, ttl, last)
                && policy.endsMode(heardSince, ttl, heardLast);
    }
}
