package io.breakwater.config.readiness;

import io.breakwater.contracts.config.DrView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant as it was read.
 *
 * @param unable ids of agents that cannot look the DR domain up; empty when dr-controller does not tell
 * @param domainAddresses of the DR domain's A and AAAA records; empty when they could not be looked up, or there is no domain
 */
record TenantFacts(
        DrView view,
        List<AgentFacts> connectors,
        List<AgentFacts> edges,
        Optional<Set<String>> unable,
        Optional<Set<String>> domainAddresses) {
    boolean canLook(AgentFacts agent) {
        return unable.filter(ids -> ids.contains(agent.id())).isEmpty();
    }
}
