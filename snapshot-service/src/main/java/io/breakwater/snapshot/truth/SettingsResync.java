package io.breakwater.snapshot.truth;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.platform.owner.Doubts;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.breakwater.snapshot.settings.TenantSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Reads every tenant's settings from config-service. Other settings may make other modes of the same evidence. */
@Singleton
class SettingsResync implements Resynced {
    private final OwnerClient owners;
    private final TenantSettings settings;
    private final Doubts doubts;
    private volatile boolean read;

    SettingsResync(OwnerClient owners, TenantSettings settings, Doubts doubts) {
        this.owners = owners;
        this.settings = settings;
        this.doubts = doubts;
    }

    @Override
    public String table() {
        return Tables.DR_SETTINGS;
    }

    @Override
    public Uni<ResyncReport> resync() {
        Set<String> seen = new HashSet<>();
        AtomicLong mended = new AtomicLong();
        return owners.each(
                        Owner.CONFIG_SERVICE, "api/v1/dr-settings", DrSettings.class, part -> take(part, seen, mended))
                .chain(totals -> settings.keepOnly(seen)
                        .map(gone -> new ResyncReport(totals.items(), mended.get() + gone, totals.unreadable())))
                .invoke(report -> {
                    if (!read || report.mended() > 0) {
                        read = true;
                        doubts.raise(Tables.DR_STATES, "settings-changed");
                    }
                });
    }

    /** Whether the whole table was read since the start: before, a tenant may only seem to be unknown. */
    boolean isRead() {
        return read;
    }

    private Uni<Void> take(List<DrSettings> part, Set<String> seen, AtomicLong mended) {
        part.forEach(one -> seen.add(one.customerId()));
        return settings.replace(part)
                .invoke(others -> mended.addAndGet(others.size()))
                .replaceWithVoid();
    }
}
