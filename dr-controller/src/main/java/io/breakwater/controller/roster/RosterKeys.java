package io.breakwater.controller.roster;

import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.contracts.config.AgentCredential.AgentKey;
import io.breakwater.contracts.signature.VerificationKey;
import io.breakwater.outbox.FreshContext;
import io.breakwater.platform.events.AgentKeys;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of agents by the roster. A key that is not in it may be new: then config-service is asked about that agent, at a limited rate.
 * Safe for threads.
 */
@Singleton
class RosterKeys implements AgentKeys {
    private static final Pattern AGENT_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final RosterService roster;
    private final OwnerClient owner;
    private final Vertx vertx;
    private final Clock clock;
    private final AskLimit limit;

    RosterKeys(RosterService roster, OwnerClient owner, Vertx vertx, Clock clock, RosterConfig config) {
        this.roster = roster;
        this.owner = owner;
        this.vertx = vertx;
        this.clock = clock;
        this.limit = new AskLimit(config);
    }

    @Override
    public Uni<Optional<VerificationKey>> find(String agentId, String keyId) {
        return FreshContext.run(vertx, () -> roster.find(agentId))
                .map(known -> known.flatMap(agent -> key(agent, keyId)))
                .chain(found -> found.isPresent() || !mayAsk(agentId, keyId)
                        ? Uni.createFrom().item(found)
                        : ask(agentId, keyId));
    }

    private boolean mayAsk(String agentId, String keyId) {
        return AGENT_ID.matcher(agentId).matches() && limit.allows(agentId, keyId, System.nanoTime());
    }

    private Uni<Optional<VerificationKey>> ask(String agentId, String keyId) {
        return owner.find(Owner.CONFIG_SERVICE, "api/v1/agents/" + agentId, AgentCredential.class)
                .chain(told -> told.isEmpty()
                        ? Uni.createFrom().item(Optional.<AgentCredential>empty())
                        : FreshContext.run(vertx, () -> roster.replace(List.of(told.get())))
                                .replaceWith(told))
                .map(told -> told.flatMap(agent -> key(agent, keyId)))
                .onFailure()
                .recoverWithUni(failure -> whileAway(agentId, keyId, failure));
    }

    /** Who is not in a roster that was read once cannot have enrolled while config-service is away: forged events must not hold up others. */
    private Uni<Optional<VerificationKey>> whileAway(String agentId, String keyId, Throwable failure) {
        return FreshContext.run(vertx, roster::isEmpty).chain(empty -> {
            if (!empty) {
                return Uni.createFrom().item(Optional.<VerificationKey>empty());
            }
            limit.forget(agentId, keyId);
            return Uni.createFrom().<Optional<VerificationKey>>failure(failure);
        });
    }

    private Optional<VerificationKey> key(AgentCredential agent, String keyId) {
        return agent.keys().stream()
                .filter(key -> key.keyId().equals(keyId))
                .filter(key -> key.notAfter() == null || key.notAfter().isAfter(clock.instant()))
                .map(AgentKey::pem)
                .map(VerificationKey::ofPem)
                .findFirst();
    }
}
