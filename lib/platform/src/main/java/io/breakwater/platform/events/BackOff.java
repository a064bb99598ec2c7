package io.breakwater.platform.events;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Capped exponential back-off with jitter: the n-th wait lies between a half and the whole of {@code min(max, initial × 2^(n−1))}.
 * Immutable.
 */
public record BackOff(Duration initial, Duration max) {
    private static final int MAX_DOUBLINGS = 20;

    /** @param attempt how many tries have failed, from 1 */
    public Duration after(int attempt) {
        long doublings = Math.min(Math.max(attempt, 1) - 1L, MAX_DOUBLINGS);
        long ceiling = Math.min(max.toNanos(), initial.toNanos() << doublings);
        long floor = ceiling / 2;
        return Duration.ofNanos(floor + ThreadLocalRandom.current().nextLong(ceiling - floor + 1));
    }
}
