package io.breakwater.controller.convergence;

import io.breakwater.contracts.event.AgentStatus;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Writes a status into the agent's row, if it is the newest word of its newest boot. Takes part in the caller's transaction. */
@Singleton
class AgentRegister {
    private static final Logger LOG = Logger.getLogger(AgentRegister.class);

    private final AgentRepository agents;
    private final AcknowledgementRepository acknowledgements;
    private final BootFence fence;
    private final Duration mostAhead;

    AgentRegister(AgentRepository agents, AcknowledgementRepository acknowledgements, ConvergenceConfig config) {
        this.agents = agents;
        this.acknowledgements = acknowledgements;
        this.fence = new BootFence(config.supersededGrace());
        this.mostAhead = config.mostAhead();
    }

    /** What the status was to what was known; null when the agent is another tenant's: then nothing was written. */
    Uni<BootFence.Rank> take(AgentStatus status, Instant now) {
        return agents.lock(status.agentId()).chain(row -> {
            if (row != null && !row.customerId.equals(status.customerId())) {
                return Uni.createFrom().nullItem();
            }
            return take(row, status, now);
        });
    }

    private Uni<BootFence.Rank> take(AgentEntity row, AgentStatus status, Instant now) {
        // A start that lies ahead was never true: it must not keep what is said now from counting (I10)
        boolean known = row != null && !row.bootedAt.isAfter(now.plus(mostAhead));
        BootFence.Rank rank = fence.rank(known ? row.position() : null, StatusMapping.position(status));
        return switch (rank) {
            case NEWER -> write(row, status, now).replaceWith(rank);
            case OLDER -> Uni.createFrom().item(rank);
            case SUPERSEDED_SPEAKS -> {
                LOG.warnf(
                        "Agent %s: boot %s speaks, but boot %s is newer: two processes use one certificate",
                        row.agentId, status.bootId(), row.bootId);
                row.supersededSeen = now;
                row.supersededCount++;
                yield Uni.createFrom().item(rank);
            }
        };
    }

    private Uni<Void> write(AgentEntity row, AgentStatus status, Instant now) {
        AgentEntity target = row == null ? new AgentEntity() : row;
        StatusMapping.write(status, target, now);
        Uni<Void> written = row == null
                ? agents.persist(target).replaceWithVoid()
                : Uni.createFrom().voidItem();
        return status.identity() == null
                ? written
                : written.chain(() -> acknowledgements.addFirst(StatusMapping.acknowledgement(status, now)));
    }
}
