package io.breakwater.agent.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Capped exponential back-off with full jitter over the upper half: each wait lies between half and the whole of the present step, which
 * doubles up to the cap. For one thread at a time.
 */
public final class Backoff {
    private final Duration first;
    private final Duration most;
    private final RandomGenerator random;
    private Duration step;

    public Backoff(Duration first, Duration most, RandomGenerator random) {
        this.first = first;
        this.most = most;
        this.random = random;
        this.step = first;
    }

    /** The next wait. */
    public Duration next() {
        Duration wait = jittered(step);
        Duration doubled = step.multipliedBy(2);
        step = doubled.compareTo(most) > 0 ? most : doubled;
        return wait;
    }

    /** After a success: the next wait is short again. */
    public void reset() {
        step = first;
    }

    private Duration jittered(Duration whole) {
        long nanos = whole.toNanos();
        return Duration.ofNanos(nanos / 2 + (long) (random.nextDouble() * (nanos - nanos / 2)));
    }
}
