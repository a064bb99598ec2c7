package io.breakwater.watcher.polling;

import io.breakwater.activation.ReplayState;
import io.breakwater.watcher.settings.WatchedDomain;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants of this replica and their watches. Safe for threads. */
public final class Watches {
    private final WatchTools tools;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private final Map<String, Applied> applied = new ConcurrentHashMap<>();

    Watches(WatchTools tools) {
        this.tools = tools;
    }

    /** What was applied at a domain. */
    private record Applied(String domain, ReplayState replay) {}

    /** Watches a tenant's domain, or follows its new settings; settings of an older revision than the known ones change nothing. */
    public synchronized void watch(WatchedDomain domain) {
        Watch watch = watches.get(domain.customerId());
        if (watch == null) {
            Watch fresh = new Watch(tools, domain, replay(domain));
            watches.put(domain.customerId(), fresh);
            fresh.look(Trigger.SETTINGS);
        } else {
            watch.update(domain);
            watch.applied(replay(watch.status().domain()));
        }
    }

    /** Watches the tenant no longer. */
    public synchronized void forget(String customerId) {
        Watch watch = watches.remove(customerId);
        if (watch != null) {
            watch.close();
        }
    }

    /** Watches the tenant no longer and forgets what was applied for it: it is gone, or another replica's. */
    public synchronized void drop(String customerId) {
        forget(customerId);
        applied.remove(customerId);
    }

    /** What was applied for a tenant before; may come before its settings. */
    public synchronized void applied(String customerId, String domain, ReplayState replay) {
        applied.put(customerId, new Applied(domain, replay));
        Watch watch = watches.get(customerId);
        if (watch != null) {
            watch.applied(replay(watch.status().domain()));
        }
    }

    public Optional<Watch> of(String customerId) {
        return Optional.ofNullable(watches.get(customerId));
    }

    public Collection<String> customerIds() {
        return List.copyOf(watches.keySet());
    }

    /** The watches of domains in that zone: at its name or below. */
    public List<Watch> inZone(String zone) {
        return watches.values().stream().filter(watch -> watch.isIn(zone)).toList();
    }

    public int size() {
        return watches.size();
    }

    public synchronized void close() {
        List.copyOf(watches.keySet()).forEach(this::forget);
    }

    private ReplayState replay(WatchedDomain domain) {
        Applied state = applied.get(domain.customerId());
        return state != null && domain.domain().equalsIgnoreCase(state.domain()) ? state.replay() : ReplayState.EMPTY;
    }
}
