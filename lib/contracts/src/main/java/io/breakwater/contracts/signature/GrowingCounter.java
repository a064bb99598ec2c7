package io.breakwater.contracts.signature;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Gives a higher number each time, also after a restart and without a disk: the milliseconds since 1970, or the number before and one.
 * Safe for threads.
 */
public final class GrowingCounter implements LongSupplier {
    private final AtomicLong last = new AtomicLong();
    private final Clock clock;

    public GrowingCounter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long getAsLong() {
        return last.updateAndGet(before -> Math.max(before + 1, clock.millis()));
    }
}
