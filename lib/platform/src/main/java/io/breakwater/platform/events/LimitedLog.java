package io.breakwater.platform.events;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Lets one line through for each subject and interval and counts the others. Safe for threads. */
final class LimitedLog {
    private final long intervalNanos;
    private final LongSupplier nanos;
    private final ConcurrentHashMap<String, Told> subjects = new ConcurrentHashMap<>();

    LimitedLog(Duration interval, LongSupplier nanos) {
        this.intervalNanos = interval.toNanos();
        this.nanos = nanos;
    }

    /**
     * How many lines were held back since the last one, or empty when this one is to be held back.
     *
     * @param subject one of few, never a stranger's text
     */
    OptionalLong allow(String subject) {
        long now = nanos.getAsLong();
        Told told = subjects.compute(subject, (name, before) -> next(before, now));
        return told.untold() == 0 ? OptionalLong.of(told.before()) : OptionalLong.empty();
    }

    private Told next(Told before, long now) {
        if (before == null) {
            return new Told(now, 0, 0);
        }
        return now - before.at() >= intervalNanos
                ? new Told(now, 0, before.untold())
                : new Told(before.at(), before.untold() + 1, before.before());
    }

    /**
     * @param untold lines held back since the last one
     * @param before lines held back before the last one
     */
    private record Told(long at, long untold, long before) {}
}
