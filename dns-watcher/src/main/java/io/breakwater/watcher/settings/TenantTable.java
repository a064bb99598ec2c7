package io.breakwater.watcher.settings;

import io.breakwater.activation.ReplayState;
import io.breakwater.watcher.polling.Watches;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Which tenant came from which partition, so that a partition that another replica has got takes its tenants along. Safe for threads. */
@Singleton
class TenantTable {
    private static final Logger LOG = Logger.getLogger(TenantTable.class);

    private final Watches watches;
    private final Map<String, Integer> partitions = new HashMap<>();
    private boolean assigned;

    TenantTable(Watches watches) {
        this.watches = watches;
    }

    synchronized void watch(int partition, WatchedDomain domain) {
        partitions.put(domain.customerId(), partition);
        watches.watch(domain);
    }

    /** The tenant has no DR domain in that revision of its settings; a newer one that is known already counts more. */
    synchronized void withoutDomain(String customerId, long revision) {
        boolean newerIsKnown = watches.of(customerId)
                .filter(watch -> watch.status().domain().revision() > revision)
                .isPresent();
        if (!newerIsKnown) {
            partitions.remove(customerId);
            watches.forget(customerId);
        }
    }

    /** The tenant is no more: its settings were deleted, whatever their revision. Nothing is published of that: it is no observation. */
    synchronized void deleted(String customerId) {
        partitions.remove(customerId);
        watches.drop(customerId);
    }

    synchronized void applied(String customerId, String domain, ReplayState replay) {
        watches.applied(customerId, domain, replay);
    }

    /** These partitions of the settings topic are this replica's now. Tenants of others are dropped. */
    synchronized void keepOnly(Set<Integer> mine) {
        assigned = true;
        int before = partitions.size();
        partitions.entrySet().removeIf(entry -> {
            boolean lost = !mine.contains(entry.getValue());
            if (lost) {
                watches.drop(entry.getKey());
            }
            return lost;
        });
        LOG.infof(
                "partitions %s of the settings are ours, %d tenants went to other replicas",
                mine, before - partitions.size());
    }

    /** Whether partitions were assigned since the start: before, nothing can be watched. */
    synchronized boolean isAssigned() {
        return assigned;
    }
}
