package io.breakwater.watcher.settings;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Reads every tenant's settings from config-service and follows those of this replica's tenants, whatever an event told of them. */
@Singleton
class SettingsResync implements Resynced {
    static final String TABLE = "dr-settings";

    private static final Logger LOG = Logger.getLogger(SettingsResync.class);

    private final OwnerClient owners;
    private final TenantTable table;
    private final ExecutorService executor;
    private volatile Set<String> missing = Set.of();

    SettingsResync(OwnerClient owners, TenantTable table, ExecutorService executor) {
        this.owners = owners;
        this.table = table;
        this.executor = executor;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Uni<ResyncReport> resync() {
        Share share = table.share();
        if (!share.isKnown()) {
            // Kafka says which tenants are ours; without it none can be watched
            return Uni.createFrom().item(ResyncReport.NONE);
        }
        Set<String> mine = new HashSet<>();
        AtomicReference<ResyncReport> sum = new AtomicReference<>(ResyncReport.NONE);
        return owners.each(
                        Owner.CONFIG_SERVICE,
                        "api/v1/dr-settings",
                        DrSettings.class,
                        part -> work(() -> take(part, mine, sum)))
                .chain(totals -> work(() -> missing = missed(mine, share, sum))
                        .map(done -> sum.get().plus(new ResyncReport(0, 0, totals.unreadable()))));
    }

    private Set<String> missed(Set<String> mine, Share share, AtomicReference<ResyncReport> sum) {
        Set<String> now = table.letGo(mine, missing, share);
        long gone = now.stream().filter(missing::contains).count();
        sum.set(sum.get().plus(new ResyncReport(0, gone, 0)));
        return now;
    }

    /** Off the event loop: keys are read, and the table may be busy. */
    private Uni<Void> work(Runnable work) {
        return Uni.createFrom().voidItem().emitOn(executor).invoke(work);
    }

    private void take(List<DrSettings> part, Set<String> mine, AtomicReference<ResyncReport> sum) {
        for (DrSettings settings : part) {
            if (table.share().holds(settings.customerId())) {
                sum.set(sum.get().plus(own(settings, mine)));
            }
        }
    }

    private ResyncReport own(DrSettings settings, Set<String> mine) {
        try {
            Optional<WatchedDomain> domain = WatchedDomain.of(settings);
            domain.ifPresent(watched -> mine.add(watched.customerId()));
            return new ResyncReport(1, domain.filter(table::own).isPresent() ? 1 : 0, 0);
        } catch (IllegalArgumentException e) {
            LOG.warnf("the settings of tenant %s cannot be followed; those that are known stay", settings.customerId());
            mine.add(settings.customerId());
            return new ResyncReport(1, 0, 1);
        }
    }
}
