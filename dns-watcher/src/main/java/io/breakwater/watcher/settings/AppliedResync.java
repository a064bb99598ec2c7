package io.breakwater.watcher.settings;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/** Reads from dr-controller on which records the tenants' states rest, for this replica's tenants. */
@Singleton
class AppliedResync implements Resynced {
    private final OwnerClient owners;
    private final TenantTable table;
    private final ExecutorService executor;

    AppliedResync(OwnerClient owners, TenantTable table, ExecutorService executor) {
        this.owners = owners;
        this.table = table;
        this.executor = executor;
    }

    @Override
    public String table() {
        return "dr-states";
    }

    @Override
    public Uni<ResyncReport> resync() {
        AtomicReference<ResyncReport> sum = new AtomicReference<>(ResyncReport.NONE);
        return owners.each(
                        Owner.DR_CONTROLLER,
                        "api/v1/dr-states",
                        DrStateChanged.class,
                        part -> Uni.createFrom().voidItem().emitOn(executor).invoke(() -> take(part, sum)))
                .map(totals -> sum.get().plus(new ResyncReport(0, 0, totals.unreadable())));
    }

    private void take(List<DrStateChanged> part, AtomicReference<ResyncReport> sum) {
        Share share = table.share();
        part.stream().filter(state -> share.holds(state.customerId())).forEach(state -> {
            boolean other = table.applied(state.customerId(), state.domain(), AppliedEvidence.of(state));
            sum.set(sum.get().plus(new ResyncReport(1, other ? 1 : 0, 0)));
        });
    }
}
