package io.breakwater.watcher.polling;

import io.breakwater.activation.Evaluation;
import io.breakwater.watcher.judging.Findings;
import io.breakwater.watcher.judging.Judgement;
import io.breakwater.watcher.judging.Judgement.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A watch's timers: the next regular look, and the looks after a NOTIFY. Guarded by the watch that it belongs to. */
final class Plan {
    private static final Duration POKE_GAP = Duration.ofSeconds(1);

    private final WatchTools.Timing timing;
    private final Consumer<Trigger> look;
    private final List<Future<?>> again = new ArrayList<>();
    private Future<?> next;
    private Instant nextAt;
    private Instant notifiedLook = Instant.EPOCH;
    private Instant pokedLook = Instant.EPOCH;
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

    /** Looks at once, but never twice without a gap between: whoever asks often must not use up what servers that others ask too allow. */
    void poked() {
        Instant now = timing.clock().instant();
        if (closed || pokedLook.isAfter(now)) {
            return;
        }
        Instant earliest = pokedLook.plus(POKE_GAP);
        pokedLook = earliest.isAfter(now) ? earliest : now;
        after(Duration.between(now, pokedLook), Trigger.POKE);
    }

    /** The next regular look, and one at the instant at which time alone changes what was seen. */
    void afterLook(Judgement judgement, Findings.Decision decision) {
        if (!(judgement instanceof Observation seen)) {
            next(timing.schedule().afterNothing(), Trigger.POLL);
            return;
        }
        Duration poll = timing.schedule().after(seen.ttlSeconds());
        if (decision == Findings.Decision.CONFIRM) {
            Duration confirm = timing.confirmAfter();
            poll = confirm.compareTo(poll) < 0 ? confirm : poll;
        }
        next(poll, Trigger.POLL);
        nextChange(seen.evaluation(), poll);
    }

    private void nextChange(Evaluation evaluation, Duration poll) {
        if (evaluation.nextChange() == null) {
            return;
        }
        Duration until = Duration.between(timing.clock().instant(), Instant.ofEpochSecond(evaluation.nextChange()));
        if (until.compareTo(poll) < 0) {
            next(until.isNegative() ? Duration.ZERO : until, Trigger.TIMER);
        }
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
