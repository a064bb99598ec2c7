package io.breakwater.config.readiness;

import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Which agents cannot look their DR domain up themselves. They say so in their status, which dr-controller has. An owner that is away
 * leaves it unknown, which is told and is no gap (I3).
 */
@Singleton
class AgentLooks {
    private static final Logger LOG = Logger.getLogger(AgentLooks.class);
    private static final String UNAVAILABLE = "UNAVAILABLE";

    private final OwnerClient owner;
    private final ReadinessConfig config;

    AgentLooks(OwnerClient owner, ReadinessConfig config) {
        this.owner = owner;
        this.config = config;
    }

    /** What is read of dr-controller's answer; agents of older versions have no look. */
    private record Agents(List<Agent> agents) {}

    private record Agent(String agentId, Look drLookup) {
        boolean cannotLook() {
            return drLookup != null && UNAVAILABLE.equals(drLookup.outcome());
        }
    }

    private record Look(String outcome) {}

    /** Ids of those that cannot; empty when that is not known. */
    Uni<Optional<Set<String>>> unable(String customerId) {
        return owner.find(Owner.DR_CONTROLLER, "api/v1/customers/" + customerId + "/dr/convergence", Agents.class)
                .ifNoItem()
                .after(config.statusTimeout())
                .fail()
                .map(answer -> answer.map(Agents::agents).filter(agents -> agents != null))
                .map(agents -> agents.map(AgentLooks::unable))
                .onFailure()
                .invoke(failure -> LOG.debugf("dr-controller does not tell of customer %s: %s", customerId, failure))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Set<String> unable(List<Agent> agents) {
        return agents.stream().filter(Agent::cannotLook).map(Agent::agentId).collect(Collectors.toSet());
    }
}
