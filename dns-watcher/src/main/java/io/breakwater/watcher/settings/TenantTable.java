package io.breakwater.watcher.settings;

import io.breakwater.activation.Rrset;
import io.breakwater.platform.owner.Doubts;
import io.breakwater.watcher.WatcherConfig;
import io.breakwater.watcher.polling.Watches;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Which tenant came from which partition, so that a partition that another replica has got takes its tenants along. What an event tells is
 * followed within bounds; what the owner tells replaces it, whatever its revision, so that no event stays for good (I10). Safe for threads.
 */
@Singleton
class TenantTable {
    private static final Logger LOG = Logger.getLogger(TenantTable.class);

    private final Watches watches;
    private final Doubts doubts;
    private final long largestJump;
    private final Map<String, Integer> partitions = new HashMap<>();
    private Share share = Share.NONE;
    private boolean assigned;
    private boolean full;

    TenantTable(Watches watches, Doubts doubts, WatcherConfig config) {
        this.watches = watches;
        this.doubts = doubts;
        this.largestJump = config.table().largestJump();
    }

    /** Settings that an event told. */
    synchronized void watch(int partition, WatchedDomain domain) {
        if (jumps(domain.customerId(), domain.revision())) {
            return;
        }
        if (watches.watch(domain)) {
            partitions.put(domain.customerId(), partition);
        } else {
            tellFull();
        }
    }

    /** An event told that the tenant has no DR domain in that revision; a newer one that is known already counts more. */
    synchronized void withoutDomain(String customerId, long revision) {
        Optional<Long> known = known(customerId);
        if (known.isPresent() && known.get() <= revision && !jumps(customerId, revision)) {
            partitions.remove(customerId);
            watches.forget(customerId);
        }
    }

    /** The tenant's settings were deleted, whatever their revision. Nothing is published of that: it is no observation. */
    synchronized void deleted(String customerId) {
        partitions.remove(customerId);
        watches.drop(customerId);
        doubts.raise(SettingsResync.TABLE, "deleted");
    }

    /** Records that show what was applied. Whether they show something else than is known. */
    synchronized boolean applied(String customerId, String domain, Rrset evidence) {
        return watches.applied(customerId, domain, evidence);
    }

    /** The owner's settings of a tenant of this replica. Whether they were others than the known ones. */
    synchronized boolean own(WatchedDomain domain) {
        if (!share.holds(domain.customerId())) {
            return false;
        }
        boolean isNew = watches.of(domain.customerId()).isEmpty();
        boolean other = watches.replace(domain);
        if (isNew && !other) {
            tellFull();
            return false;
        }
        partitions.put(domain.customerId(), share.partition(domain.customerId()));
        return other;
    }

    /**
     * Lets tenants go that the owner does not know.
     *
     * @param owners those that it knows, with a domain
     * @param missed those that it did not know the last time: only who is missed twice goes, for an event may have brought a tenant
     *     after the owner's table was read
     * @param then the share for which it was read
     * @return those that are missed now
     */
    synchronized Set<String> letGo(Set<String> owners, Set<String> missed, Share then) {
        if (!then.equals(share)) {
            return Set.of();
        }
        Set<String> missing = partitions.keySet().stream()
                .filter(id -> share.holds(id) && !owners.contains(id))
                .collect(Collectors.toSet());
        missing.stream().filter(missed::contains).forEach(id -> {
            partitions.remove(id);
            watches.drop(id);
        });
        return missing;
    }

    /** These partitions of the settings topic are this replica's now. Tenants of others are dropped. */
    synchronized void keepOnly(Share now) {
        share = now;
        assigned = true;
        int before = partitions.size();
        partitions.entrySet().removeIf(entry -> {
            boolean lost = !now.mine().contains(entry.getValue());
            if (lost) {
                watches.drop(entry.getKey());
            }
            return lost;
        });
        LOG.infof(
                "partitions %s of the settings are ours, %d tenants went to other replicas",
                now.mine(), before - partitions.size());
    }

    synchronized Share share() {
        return share;
    }

    /** Whether partitions were assigned since the start: before, nothing can be watched. */
    synchronized boolean isAssigned() {
        return assigned;
    }

    private boolean jumps(String customerId, long revision) {
        boolean jumps = revision < 0
                || known(customerId)
                        .filter(known -> revision - known > largestJump)
                        .isPresent();
        if (jumps) {
            LOG.warnf(
                    "an event told a revision of tenant %s that is too far from the known one: config-service is asked",
                    customerId);
            doubts.raise(SettingsResync.TABLE, "revision-jumps");
        }
        return jumps;
    }

    private Optional<Long> known(String customerId) {
        return watches.of(customerId).map(watch -> watch.status().domain().revision());
    }

    private void tellFull() {
        if (!full) {
            LOG.errorf("no further domain is watched: breakwater.watcher.table.max-domains are watched already");
        }
        full = true;
    }
}
