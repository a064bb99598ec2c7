package io.breakwater.controller.truth;

import io.breakwater.contracts.event.DrSettings;
import io.breakwater.controller.settings.SettingsService;
import io.breakwater.controller.state.StateMending;
import io.breakwater.outbox.FreshContext;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Reads every tenant's settings from config-service, and finds states again that others led to. Safe for threads. */
@Singleton
class SettingsResync implements Resynced {
    private static final String PATH = "api/v1/dr-settings";

    private final OwnerClient owner;
    private final SettingsService settings;
    private final StateMending mending;
    private final Vertx vertx;

    SettingsResync(OwnerClient owner, SettingsService settings, StateMending mending, Vertx vertx) {
        this.owner = owner;
        this.settings = settings;
        this.mending = mending;
        this.vertx = vertx;
    }

    @Override
    public String table() {
        return SettingsService.TABLE;
    }

    @Override
    public Uni<ResyncReport> resync() {
        AtomicLong mended = new AtomicLong();
        return work(settings::customers).chain(stored -> {
            Set<String> unknown = new HashSet<>(stored);
            return owner.each(Owner.CONFIG_SERVICE, PATH, DrSettings.class, part -> take(part, unknown, mended))
                    .chain(totals -> work(() -> settings.forget(unknown))
                            .map(gone -> new ResyncReport(totals.items(), mended.get() + gone, totals.unreadable())));
        });
    }

    private Uni<Void> take(List<DrSettings> part, Set<String> unknown, AtomicLong mended) {
        part.forEach(one -> unknown.remove(one.customerId()));
        return work(() -> settings.different(part))
                .onItem()
                .transformToMulti(others -> Multi.createFrom().iterable(others))
                .onItem()
                .transformToUniAndConcatenate(this::mend)
                .invoke(changed -> mended.addAndGet(changed ? 1 : 0))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** An answer that is older than what is stored may have crossed with an event: then it is asked for once more. */
    private Uni<Boolean> mend(DrSettings told) {
        return work(() -> settings.revision(told.customerId()))
                .chain(stored -> stored > told.revision()
                        ? again(told)
                        : Uni.createFrom().item(told))
                .chain(one -> work(() -> mending.owned(one)));
    }

    private Uni<DrSettings> again(DrSettings told) {
        long before = Long.parseLong(told.customerId()) - 1;
        return owner.find(Owner.CONFIG_SERVICE, PATH + "?limit=1&after=" + before, One.class)
                .map(answer -> answer.flatMap(one -> one.of(told.customerId())).orElse(told));
    }

    /** Each in a session of its own: one tenant's failure is not another's (I8). */
    private <T> Uni<T> work(Supplier<Uni<T>> work) {
        return FreshContext.run(vertx, work);
    }

    /** A part of the owner's table with at most one entry. */
    private record One(List<DrSettings> items) {
        Optional<DrSettings> of(String customerId) {
            return items.stream()
                    .filter(one -> one.customerId().equals(customerId))
                    .findFirst();
        }
    }
}
