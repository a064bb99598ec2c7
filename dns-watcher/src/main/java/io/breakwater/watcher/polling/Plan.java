package io.breakwater.watcher.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A watch's timers: the next regular look, and the looks after a NOTIFY. Guarded by the watch that it belongs to. */
final class Plan {
    private final WatchTools.Timing timing;
    private final Consumer<Trigger> look;
    private final List<Future<?>> again = new ArrayList<>();
    private Future<?> next;
    private Instant nextAt;
    private Instant notifiedLook = Instant.EPOCH;
    private String digestBefore;
    private boolean closed;

    Plan(WatchTools.Timing timing, Consumer<Trigger> look) {
        this.timing = timing;
        this.look = look;
    }

    /** Replaces the next regular look. */
    void next(Duration in, Trigger trigger) {
        if (closed) {
            return;
        }
        if (next != null) {
            next.cancel(false);
        }
        nextAt = timing.clock().instant().plus(in);
        next = after(in, trigger);
    }

    /** A look as soon as the caller has done. */
    void soon(Trigger trigger) {
        next(Duration.ZERO, trigger);
    }

    /**
     * Looks at once, but never twice without a gap between, and a few times more until {@link #seen} brings another record set than
     * this one.
     */
    void notified(String digest) {
        if (closed) {
            return;
        }
        Instant now = timing.clock().instant();
        if (!notifiedLook.isAfter(now)) {
            Instant earliest = notifiedLook.plus(timing.afterNotify().minGap());
            notifiedLook = earliest.isAfter(now) ? earliest : now;
            after(Duration.between(now, notifiedLook), Trigger.NOTIFY);
        }
        cancelAgain();
        digestBefore = digest;
        Duration first = Duration.between(now, notifiedLook);
        timing.afterNotify().looksAgain().forEach(in -> again.add(after(first.plus(in), Trigger.NOTIFY)));
    }

    /** A look gave this record set. */
    void seen(String digest) {
        if (digestBefore != null && !digestBefore.equals(digest)) {
            cancelAgain();
        }
    }

    Instant nextAt() {
        return nextAt;
    }

    boolean isClosed() {
        return closed;
    }

    /** No look comes any more. */
    void close() {
        closed = true;
        cancelAgain();
        if (next != null) {
            next.cancel(false);
        }
        nextAt = null;
    }

    private void cancelAgain() {
        again.forEach(future -> future.cancel(false));
        again.clear();
        digestBefore = null;
    }

    private Future<?> after(Duration in, Trigger trigger) {
        return timing.timer().schedule(() -> look.accept(trigger), in.toNanos(), TimeUnit.NANOSECONDS);
    }
}
