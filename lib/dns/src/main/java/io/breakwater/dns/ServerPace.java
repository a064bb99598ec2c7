package io.breakwater.dns;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Each server's share: at most so many queries in any window of one second, counted exactly. Queries in the background leave a quarter
 * of it to the others. Safe for threads; remembers the servers asked last.
 */
final class ServerPace {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_SERVERS = 10_000;

    private final int perSecond;
    private final long maxDelayNanos;
    private final Map<ServerAddress, Slots> servers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ServerAddress, Slots> eldest) {
            return size() > MAX_SERVERS;
        }
    };

    ServerPace(int perSecond, long maxDelayNanos) {
        this.perSecond = perSecond;
        this.maxDelayNanos = maxDelayNanos;
    }

    /** Takes a slot and says how many nanoseconds later the query may leave, or -1 when that would be too late: then none is taken. */
    synchronized long reserve(ServerAddress server, boolean background, long nowNanos) {
        Slots slots = servers.computeIfAbsent(server, any -> new Slots(perSecond, nowNanos - WINDOW_NANOS));
        int left = (slots.oldest + perSecond / 4) % perSecond;
        if (background && slots.times[left] + WINDOW_NANOS - nowNanos > 0) {
            return -1;
        }
        long delay = Math.max(0, slots.times[slots.oldest] + WINDOW_NANOS - nowNanos);
        if (delay > maxDelayNanos) {
            return -1;
        }
        slots.times[slots.oldest] = nowNanos + delay;
        slots.oldest = (slots.oldest + 1) % perSecond;
        return delay;
    }

    /** When the last queries left or will leave; {@code oldest} is the one whose place the next query takes. */
    private static final class Slots {
        private final long[] times;
        private int oldest;

        Slots(int perSecond, long start) {
            times = new long[perSecond];
            Arrays.fill(times, start);
        }
    }
}
