package io.breakwater.controller.truth;

import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.controller.roster.RosterService;
import io.breakwater.outbox.FreshContext;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Reads every agent from config-service. Safe for threads. */
@Singleton
class RosterResync implements Resynced {
    private static final String PATH = "api/v1/agents";

    private final OwnerClient owner;
    private final RosterService roster;
    private final Vertx vertx;

    RosterResync(OwnerClient owner, RosterService roster, Vertx vertx) {
        this.owner = owner;
        this.roster = roster;
        this.vertx = vertx;
    }

    @Override
    public String table() {
        return RosterService.TABLE;
    }

    @Override
    public Uni<ResyncReport> resync() {
        AtomicLong mended = new AtomicLong();
        return FreshContext.run(vertx, roster::agents).chain(stored -> {
            Set<String> unknown = new HashSet<>(stored);
            return owner.each(Owner.CONFIG_SERVICE, PATH, AgentCredential.class, part -> take(part, unknown, mended))
                    .chain(totals -> FreshContext.run(vertx, () -> roster.forget(unknown))
                            .map(gone -> new ResyncReport(totals.items(), mended.get() + gone, totals.unreadable())));
        });
    }

    private Uni<Void> take(List<AgentCredential> part, Set<String> unknown, AtomicLong mended) {
        part.forEach(one -> unknown.remove(one.agentId()));
        return FreshContext.run(vertx, () -> roster.replace(part))
                .invoke(mended::addAndGet)
                .replaceWithVoid();
    }
}
