package io.breakwater.controller.live;

import io.breakwater.controller.change.Change;
import io.breakwater.controller.change.ChangeKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One page's subscription: remembers which topics changed until they are taken. A topic that changes ten times before it is taken is
 * read once. Safe for threads: guarded by its own lock.
 */
final class TenantStream {
    private final String customerId;
    private final Set<Topic> pending = EnumSet.allOf(Topic.class);

    TenantStream(String customerId) {
        this.customerId = customerId;
    }

    void heard(Optional<Change> change) {
        if (change.isPresent() && !change.get().customerId().equals(customerId)) {
            return;
        }
        boolean all = change.isEmpty() || change.get().kind() == ChangeKind.STATE;
        synchronized (pending) {
            pending.add(Topic.CONVERGENCE);
            if (all) {
                pending.add(Topic.STATE);
                pending.add(Topic.HISTORY);
            }
        }
    }

    /** What is pending, in the topics' order; then nothing is. */
    List<Topic> take() {
        synchronized (pending) {
            List<Topic> taken = List.copyOf(pending);
            pending.clear();
            return taken;
        }
    }
}
