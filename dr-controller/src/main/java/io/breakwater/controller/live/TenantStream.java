package io.breakwater.controller.live;

import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.controller.change.Change;
import io.breakwater.controller.change.ChangeKind;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One page's subscription: remembers which topics changed until they are taken. A topic that changes ten times before it is taken is
 * read once, and what was read is sent only when it says something else than what was sent last; of that only the digest is kept, for a
 * page must not hold a history in memory. Safe for threads: guarded by its own
 * lock.
 */
final class TenantStream {
    private final String customerId;
    private final Set<Topic> pending = EnumSet.allOf(Topic.class);
    private final Map<Topic, String> sent = new EnumMap<>(Topic.class);

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

    /** Time has passed: an agent may be late by now, a look may have told nothing new, a nudge may have been lost. */
    void refresh() {
        heard(Optional.empty());
    }

    /** Whether the page does not have that yet; from now on it has. */
    boolean isNews(Topic topic, String content) {
        String digest = DocumentSignature.sha256(content.getBytes(StandardCharsets.UTF_8));
        synchronized (pending) {
            return !digest.equals(sent.put(topic, digest));
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
