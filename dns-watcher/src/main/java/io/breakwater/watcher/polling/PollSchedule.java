package io.breakwater.watcher.polling;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long until the next look: clamp(TTL, min, max) × U(1 − jitter, 1). Immutable, safe for threads if its random numbers are. */
public final class PollSchedule {
    private final Duration min;
    private final Duration max;
    private final double jitter;
    private final DoubleSupplier random;

    /** @param random numbers from 0 to 1 */
    public PollSchedule(Duration min, Duration max, double jitter, DoubleSupplier random) {
        if (min.isNegative() || min.isZero() || max.compareTo(min) < 0 || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException(
                    "polling needs 0 < min-interval <= max-interval and a jitter from 0 to 1");
        }
        this.min = min;
        this.max = max;
        this.jitter = jitter;
        this.random = random;
    }

    /** After a look that gave records or a denial with this TTL. */
    public Duration after(long ttlSeconds) {
        Duration ttl = Duration.ofSeconds(Math.min(Math.max(0, ttlSeconds), max.toSeconds() + 1));
        Duration clamped = ttl.compareTo(min) < 0 ? min : ttl.compareTo(max) > 0 ? max : ttl;
        return shortened(clamped);
    }

    /** After a look that gave nothing. */
    public Duration afterNothing() {
        return shortened(min);
    }

    Duration longest() {
        return max;
    }

    private Duration shortened(Duration interval) {
        return Duration.ofNanos((long) (interval.toNanos() * (1 - jitter * random.getAsDouble())));
    }
}
