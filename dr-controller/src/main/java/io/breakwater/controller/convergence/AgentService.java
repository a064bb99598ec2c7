package io.breakwater.controller.convergence;

import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.controller.roster.RosterService;
import io.breakwater.platform.events.PoisonEventException;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps what agents say of themselves. Only agents count that config-service names. Safe for threads. */
@ApplicationScoped
class AgentService {
    private static final String CONSUMER = "dr-controller.agent-status";

    private final AgentRegister register;
    private final RosterService roster;
    private final AgentNews news;
    private final Clock clock;
    private final Duration mostAhead;

    AgentService(AgentRegister register, RosterService roster, AgentNews news, ConvergenceConfig config, Clock clock) {
        this.register = register;
        this.roster = roster;
        this.news = news;
        this.clock = clock;
        this.mostAhead = config.mostAhead();
    }

    /** A repeated status has no effect, nor has one that a later one has overtaken. */
    @WithTransaction
    Uni<Void> reported(EventEnvelope<AgentStatus> event) {
        AgentStatus status = event.data();
        StatusMapping.check(event);
        Instant now = clock.instant();
        if (isAhead(status, now.plus(mostAhead))) {
            return refused(news.meters()::ahead, "the status is from the future: the agent's clock is ahead");
        }
        return roster.find(status.agentId()).chain(named -> {
            if (named.isEmpty()) {
                return refused(news.meters()::unknown, "config-service names no such agent");
            }
            return isAnothers(named, status)
                    ? refused(news.meters()::foreign, "the agent id belongs to another customer")
                    : taken(event, now);
        });
    }

    private Uni<Void> taken(EventEnvelope<AgentStatus> event, Instant now) {
        return news.firstTime(CONSUMER, event)
                .chain(first -> first
                        ? register.take(event.data(), now)
                        : Uni.createFrom().item(BootFence.Rank.OLDER))
                .chain(rank -> news.ranked(rank, event.data().customerId()));
    }

    private static boolean isAhead(AgentStatus status, Instant latest) {
        return status.bootedAt().isAfter(latest) || status.at().isAfter(latest);
    }

    private static boolean isAnothers(Optional<AgentCredential> named, AgentStatus status) {
        return named.filter(agent -> agent.customerId().equals(status.customerId()))
                .isEmpty();
    }

    private static Uni<Void> refused(Runnable count, String reason) {
        count.run();
        return Uni.createFrom().failure(new PoisonEventException(reason));
    }
}
