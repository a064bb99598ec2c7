package io.breakwater.config.configobject;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * Ids of new objects: 63-bit numbers that grow with time, so that lists in order of ids are lists in order of creation, with random
 * low bits, so that nobody can tell the next one. Safe for threads.
 */
public final class SortableIds {
    private static final long EPOCH_MILLIS = 1_704_067_200_000L; // 2024
    private static final int RANDOM_BITS = 22;
    private static final int STEP = 1 << 10;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    public SortableIds(Clock clock) {
        this.clock = clock;
    }

    public synchronized long next() {
        long candidate = ((clock.millis() - EPOCH_MILLIS) << RANDOM_BITS) | random.nextInt(1 << RANDOM_BITS);
        last = candidate > last ? candidate : last + 1 + random.nextInt(STEP);
        return last;
    }
}
