package io.breakwater.snapshot.truth;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Reads every tenant's state from dr-controller and takes of it what its evidence shows. Waits for the settings, whose keys judge. */
@Singleton
class ModeResync implements Resynced {
    private final OwnerClient owners;
    private final SettingsResync settings;
    private final ModeMending mending;

    ModeResync(OwnerClient owners, SettingsResync settings, ModeMending mending) {
        this.owners = owners;
        this.settings = settings;
        this.mending = mending;
    }

    @Override
    public String table() {
        return Tables.DR_STATES;
    }

    @Override
    public Uni<ResyncReport> resync() {
        if (!settings.isRead()) {
            // whoever reads them first raises a doubt
            return Uni.createFrom().item(ResyncReport.NONE);
        }
        Set<String> seen = new HashSet<>();
        AtomicReference<ResyncReport> sum = new AtomicReference<>(ResyncReport.NONE);
        return owners.each(Owner.DR_CONTROLLER, "api/v1/dr-states", DrStateChanged.class, part -> take(part, seen, sum))
                .chain(totals -> mending.disown(seen)
                        .map(disowned -> sum.get().plus(new ResyncReport(0, disowned, totals.unreadable()))));
    }

    private Uni<Void> take(List<DrStateChanged> part, Set<String> seen, AtomicReference<ResyncReport> sum) {
        part.forEach(state -> seen.add(state.customerId()));
        return mending.compare(part)
                .chain(compared -> mending.mend(compared.others())
                        .invoke(mended ->
                                sum.set(sum.get().plus(new ResyncReport(part.size(), mended, compared.refused())))))
                .replaceWithVoid();
    }
}
