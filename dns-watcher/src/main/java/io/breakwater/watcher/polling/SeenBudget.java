package io.breakwater.watcher.polling;

import io.breakwater.watcher.judging.Judgement.Observation;
import java.util.concurrent.atomic.AtomicLong;

/** How many octets of record sets are remembered for people, over all domains. What finds no room is remembered in brief. Safe for threads. */
final class SeenBudget {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    SeenBudget(long most) {
        this.most = most;
    }

    /** What to remember instead of what was remembered before. @param before or null */
    Observation remember(Observation before, Observation seen) {
        forget(before);
        long octets = seen.octets();
        if (taken.addAndGet(octets) <= most) {
            return seen;
        }
        taken.addAndGet(-octets);
        return remembered(seen.withoutRecords());
    }

    /** @param before or null */
    void forget(Observation before) {
        if (before != null) {
            taken.addAndGet(-before.octets());
        }
    }

    long taken() {
        return taken.get();
    }

    private Observation remembered(Observation brief) {
        taken.addAndGet(brief.octets());
        return brief;
    }
}
