package io.breakwater.watcher.notify;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many messages are looked at in a second, whoever sends them: a flood must not take the time of the looks (I9). Safe for threads. */
final class NotifyPace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int most;
    private final LongSupplier nanos;
    private long second;
    private int seen;

    NotifyPace(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.second = nanos.getAsLong();
    }

    /** Whether one more may be looked at now. */
    synchronized boolean admits() {
        long now = nanos.getAsLong();
        if (now - second >= SECOND) {
            second = now;
            seen = 0;
        }
        return ++seen <= most;
    }
}
