package io.breakwater.snapshot.truth;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.snapshot.mode.ModeComparison;
import io.breakwater.snapshot.mode.TenantModes;
import io.breakwater.snapshot.settings.TenantSettings;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The database's part of {@link ModeResync}: a look at many tenants at once, and a transaction for each that is mended. */
@Singleton
class ModeMending {
    /** Tenants that the owner does not know are few; what is left is for the next run. */
    private static final int MOST_DISOWNED = 500;

    private final TenantModes modes;
    private final TenantSettings settings;
    private final ModeMender mender;

    ModeMending(TenantModes modes, TenantSettings settings, ModeMender mender) {
        this.modes = modes;
        this.settings = settings;
        this.mender = mender;
    }

    @WithSession
    Uni<ModeComparison> compare(List<DrStateChanged> states) {
        return settings.of(states.stream().map(DrStateChanged::customerId).toList())
                .chain(known -> modes.compare(states, known));
    }

    /** How many were mended. */
    Uni<Long> mend(List<DrStateChanged> others) {
        return each(Multi.createFrom().iterable(others).onItem().transformToUniAndConcatenate(mender::own));
    }

    /** Tenants of which an event told, and the owner knows nothing. How many of them changed. */
    Uni<Long> disown(Set<String> owners) {
        return mender.told()
                .map(told -> told.stream()
                        .filter(id -> !owners.contains(id))
                        .limit(MOST_DISOWNED)
                        .toList())
                .chain(ids ->
                        each(Multi.createFrom().iterable(ids).onItem().transformToUniAndConcatenate(mender::disown)));
    }

    private static Uni<Long> each(Multi<Boolean> mended) {
        return mended.filter(one -> one).collect().with(Collectors.counting());
    }
}
