package io.breakwater.platform.events;

import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventCodec.Decoded;
import io.breakwater.contracts.signature.Claim;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.Refusal;
import io.breakwater.contracts.signature.VerificationKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets through only what its producer signed and may say (I2), and decodes it then. Large values are verified and decoded on a worker
 * thread, and so are agents' signatures, which take long. Safe for threads.
 */
@Singleton
class EventGuard {
    private final Vertx vertx;
    private final EventKeyFiles keys;
    private final Instance<AgentKeys> agents;
    private final AgentCounters counters;
    private final Clock clock = Clock.systemUTC();
    private final Duration maxAhead;
    private final int inline;

    EventGuard(Vertx vertx, EventKeyFiles keys, Instance<AgentKeys> agents, EventsConfig config) {
        this.vertx = vertx;
        this.keys = keys;
        this.agents = agents;
        this.counters = new AgentCounters(config.keys());
        this.maxAhead = config.maxAhead();
        this.inline = config.limits().inline();
    }

    /**
     * What the event says. Fails with an {@link EventRefusedException} when it is not believed.
     *
     * @param waiting for agents' keys, while their owner is away
     */
    Uni<Decoded> read(ReceivedEvent event, Retry.Decision waiting) {
        Claim claim;
        try {
            claim = Claim.of(event);
        } catch (EventRefusedException e) {
            return Uni.createFrom().failure(e);
        }
        if (!claim.producer().isAgent()) {
            return keys.find(claim.producer(), claim.keyId()).chain(key -> checked(event, claim, key));
        }
        if (agents.isUnsatisfied()) {
            // A service that has no means to know agents' keys believes no agent
            return Uni.createFrom().failure(new EventRefusedException(Refusal.FOREIGN_KEY));
        }
        AgentKeys owner = agents.get();
        return Retry.of(vertx, () -> owner.find(claim.agentId(), claim.keyId()), waiting)
                .chain(key -> Work.on(vertx, () -> check(event, claim, key)));
    }

    private Uni<Decoded> checked(ReceivedEvent event, Claim claim, Optional<VerificationKey> key) {
        if (event.value() != null && event.value().length > inline) {
            return Work.on(vertx, () -> check(event, claim, key));
        }
        try {
            return Uni.createFrom().item(check(event, claim, key));
        } catch (EventRefusedException e) {
            return Uni.createFrom().failure(e);
        }
    }

    private Decoded check(ReceivedEvent event, Claim claim, Optional<VerificationKey> key)
            throws EventRefusedException {
        claim.verify(key.orElseThrow(() -> new EventRefusedException(Refusal.FOREIGN_KEY)));
        if (claim.producer().isAgent() && !counters.accept(claim.agentId(), claim.keyId(), claim.counter())) {
            throw new EventRefusedException(Refusal.REPEATED);
        }
        Decoded decoded = EventCodec.decode(event.headers(), event.key(), event.value());
        if (decoded instanceof Decoded.Event known) {
            accept(claim, known);
        }
        return decoded;
    }

    /** Agents speak about themselves, with their own clocks; services not from the future. */
    private void accept(Claim claim, Decoded.Event known) throws EventRefusedException {
        if (known.envelope().data() instanceof AgentStatus status
                && !status.agentId().equals(claim.agentId())) {
            throw new EventRefusedException(Refusal.OTHER_SUBJECT);
        }
        if (!claim.producer().isAgent()
                && known.envelope().time().isAfter(clock.instant().plus(maxAhead))) {
            throw new EventRefusedException(Refusal.AHEAD);
        }
    }
}
