package io.breakwater.config.drstate;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Compares what is kept of tenants' DR states with dr-controller, which owns them. Its answer counts whatever its sequence, and is held
 * against the evidence like any other. Safe for threads.
 */
@Singleton
class StateResync implements Resynced {
    static final String TABLE = "dr-states";

    private static final String PATH = "api/v1/dr-states";

    private final OwnerClient owner;
    private final DrStateService service;

    StateResync(OwnerClient owner, DrStateService service) {
        this.owner = owner;
        this.service = service;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public Uni<ResyncReport> resync() {
        AtomicReference<ResyncReport> report = new AtomicReference<>(ResyncReport.NONE);
        return owner.each(
                        Owner.DR_CONTROLLER,
                        PATH,
                        DrStateChanged.class,
                        part -> compare(part)
                                .invoke(found -> report.set(report.get().plus(found)))
                                .replaceWithVoid())
                .map(done -> report.get());
    }

    private Uni<ResyncReport> compare(List<DrStateChanged> part) {
        return service.different(part)
                .chain(others -> Multi.createFrom()
                        .iterable(others)
                        .onItem()
                        .transformToUniAndConcatenate(this::mend)
                        .collect()
                        .with(Collectors.reducing(new ResyncReport(part.size(), 0, 0), ResyncReport::plus)));
    }

    /** An answer that is older than what is kept may have crossed with an event: then it is asked for once more. */
    private Uni<ResyncReport> mend(Difference different) {
        Uni<Outcome> outcome = different.isBackwards()
                ? again(different.customer())
                : service.owned(different.state(), different.kept());
        return outcome.map(taken ->
                new ResyncReport(0, taken.changed() ? 1 : 0, taken.doubt().isPresent() ? 1 : 0));
    }

    private Uni<Outcome> again(long customer) {
        String one = PATH + "?limit=1&after=" + (customer - 1);
        return service.kept(customer)
                .chain(kept -> owner.find(Owner.DR_CONTROLLER, one, One.class)
                        .chain(answer -> answer.flatMap(found -> found.of(customer))
                                .map(state -> service.owned(state, kept))
                                .orElseGet(() -> Uni.createFrom().item(Outcome.NOTHING))));
    }

    /** A part of the owner's table with at most one entry. */
    private record One(List<DrStateChanged> items) {
        Optional<DrStateChanged> of(long customer) {
            return items.stream()
                    .filter(state -> DrStateService.customer(state)
                            .filter(id -> id == customer)
                            .isPresent())
                    .findFirst();
        }
    }
}
