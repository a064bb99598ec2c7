package io.breakwater.controller.convergence;

import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.controller.change.ChangeKind;
import io.breakwater.controller.change.Changes;
import io.breakwater.outbox.Inbox;
import io.breakwater.platform.events.PoisonEventException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Keeps what agents say of themselves. An agent appears with its first status. Safe for threads. */
@ApplicationScoped
class AgentService {
    private static final String CONSUMER = "dr-controller.agent-status";

    private final AgentRegister register;
    private final Inbox inbox;
    private final Changes changes;
    private final AgentMeters meters;
    private final Clock clock;

    AgentService(AgentRegister register, Inbox inbox, Changes changes, AgentMeters meters, Clock clock) {
        this.register = register;
        this.inbox = inbox;
        this.changes = changes;
        this.meters = meters;
        this.clock = clock;
    }

    /** A repeated status has no effect, nor has one that a later one has overtaken. */
    @WithTransaction
    Uni<Void> reported(EventEnvelope<AgentStatus> event) {
        StatusMapping.check(event);
        Instant now = clock.instant();
        return inbox.firstTime(CONSUMER, event)
                .chain(first -> first ? register.take(event.data(), now) : overtaken())
                .chain(rank -> count(rank, event.data()));
    }

    private static Uni<BootFence.Rank> overtaken() {
        return Uni.createFrom().item(BootFence.Rank.OLDER);
    }

    private Uni<Void> count(BootFence.Rank rank, AgentStatus status) {
        if (rank == null) {
            meters.foreign();
            throw new PoisonEventException("the agent id belongs to another customer");
        }
        switch (rank) {
            case NEWER -> meters.accepted();
            case OLDER -> meters.overtaken();
            case SUPERSEDED_SPEAKS -> meters.superseded();
        }
        return rank == BootFence.Rank.OLDER
                ? Uni.createFrom().voidItem()
                : changes.announce(ChangeKind.AGENT, status.customerId());
    }
}
