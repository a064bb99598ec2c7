package io.breakwater.watcher.polling;

import io.breakwater.activation.Rrset;
import io.breakwater.watcher.settings.WatchedDomain;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tenants of this replica and their watches. Safe for threads. */
public final class Watches {
    private final WatchTools tools;
    private final AppliedBook applied;
    private final int most;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();

    /** @param most domains that this replica watches, however many there are */
    Watches(WatchTools tools, AppliedBook applied, int most) {
        this.tools = tools;
        this.applied = applied;
        this.most = most;
    }

    /**
     * Watches a tenant's domain, or follows its new settings; settings of an older revision than the known ones change nothing.
     *
     * @return false when there is no room for another one
     */
    public synchronized boolean watch(WatchedDomain domain) {
        Watch watch = watches.get(domain.customerId());
        if (watch == null) {
            return begin(domain);
        }
        watch.update(domain);
        watch.applied(applied.of(watch.status().domain()));
        return true;
    }

    /** As the owner of the settings has them, whatever the known revision is. Whether they were others. */
    public synchronized boolean replace(WatchedDomain domain) {
        Watch watch = watches.get(domain.customerId());
        if (watch == null) {
            return begin(domain);
        }
        boolean other = watch.replace(domain);
        watch.applied(applied.of(domain));
        return other;
    }

    private boolean begin(WatchedDomain domain) {
        if (watches.size() >= most) {
            return false;
        }
        Watch fresh = new Watch(tools, domain, applied.of(domain));
        watches.put(domain.customerId(), fresh);
        fresh.look(Trigger.SETTINGS);
        return true;
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
        applied.forget(customerId);
    }

    /** The records that show what was applied for a tenant; they may come before its settings. Whether they show something else now. */
    public synchronized boolean applied(String customerId, String domain, Rrset evidence) {
        applied.put(customerId, domain, evidence);
        Watch watch = watches.get(customerId);
        return watch != null && watch.applied(applied.of(watch.status().domain()));
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
}
