package io.breakwater.config.enrollment;

import io.breakwater.config.agent.AgentEntity;
import io.breakwater.config.assertion.Use;
import io.breakwater.config.assertion.UsedAssertions;
import io.breakwater.config.signin.AccessToken;
import io.breakwater.config.signin.TokenIssuer;
import io.breakwater.config.wire.Ids;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Tokens for agents. Of two processes with one certificate only the one that booted last gets them: the other is a copy of its disk
 * and would act in its name.
 */
@Singleton
public class AgentTokenService {
    private static final Logger LOG = Logger.getLogger(AgentTokenService.class);

    private final AgentRepository agents;
    private final AgentCertificates certificates;
    private final KnownKeys knownKeys;
    private final UsedAssertions assertions;
    private final TokenIssuer tokens;
    private final MeterRegistry meters;
    private final Clock clock;

    AgentTokenService(
            AgentRepository agents,
            AgentCertificates certificates,
            KnownKeys knownKeys,
            UsedAssertions assertions,
            TokenIssuer tokens,
            MeterRegistry meters,
            Clock clock) {
        this.agents = agents;
        this.certificates = certificates;
        this.knownKeys = knownKeys;
        this.assertions = assertions;
        this.tokens = tokens;
        this.meters = meters;
        this.clock = clock;
    }

    /** Fails with {@link Problem#INVALID_ASSERTION}, {@link Problem#AGENT_DISABLED} or {@link Problem#AGENT_SUPERSEDED}. */
    @WithTransaction
    public Uni<AccessToken> token(String assertion) {
        Instant now = clock.instant();
        AgentAssertion asserted = AgentAssertion.read(assertion, now);
        return agent(asserted)
                .call(agent -> agents.issuer(agent.enrollmentCertId).invoke(issuer -> {
                    if (!certificates.belongsTo(asserted.certificate(), agent, issuer)) {
                        throw AgentAssertion.refused("the certificate is not this agent's, or not in force");
                    }
                }))
                .invoke(AgentTokenService::requireEnabled)
                .call(agent -> useOnce(asserted))
                .call(agent -> claim(agent, asserted, now))
                .call(agent -> knownKeys.remember(agent, asserted.certificate()))
                .map(agent -> tokens.forAgent(agent.id, agent.customerId, agent.groupId, agent.kind()));
    }

    private Uni<AgentEntity> agent(AgentAssertion asserted) {
        return Ids.parse(asserted.agentId())
                .map(agents::find)
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> AgentAssertion.refused("no such agent is enrolled"));
    }

    private Uni<Void> useOnce(AgentAssertion asserted) {
        return assertions
                .use(asserted.use())
                .invoke(use -> {
                    if (use != Use.FIRST) {
                        throw AgentAssertion.refused(
                                use == Use.AGAIN
                                        ? "it was used before; sign a new one with a jti of its own"
                                        : "the agent has used too many; wait until some are over");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> claim(AgentEntity agent, AgentAssertion asserted, Instant now) {
        return agents.claim(agent, asserted.bootId(), asserted.bootedAt(), now)
                .invoke(newest -> {
                    if (!newest) {
                        throw superseded(agent);
                    }
                })
                .replaceWithVoid();
    }

    private ProblemException superseded(AgentEntity agent) {
        meters.counter("breakwater_agents_superseded").increment();
        LOG.warnf(
                "Agent %s of customer %s runs twice with one certificate: the older boot is refused",
                agent.id, agent.customerId);
        return new ProblemException(
                Problem.AGENT_SUPERSEDED,
                "Another process with this agent's certificate booted later. Stop this one, or enrol it with a key of its own.");
    }

    private static void requireEnabled(AgentEntity agent) {
        if (!agent.enabled) {
            throw new ProblemException(Problem.AGENT_DISABLED, "An administrator disabled this agent.");
        }
    }
}
