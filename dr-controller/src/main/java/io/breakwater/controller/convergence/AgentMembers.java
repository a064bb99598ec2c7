package io.breakwater.controller.convergence;

import io.breakwater.controller.roster.RosterService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tenant's agents as config-service names them, each with what it said last. In the caller's session. Stateless. */
@Singleton
class AgentMembers {
    private final RosterService roster;
    private final AgentRepository agents;

    AgentMembers(RosterService roster, AgentRepository agents) {
        this.roster = roster;
        this.agents = agents;
    }

    Uni<List<Convergence.Member>> of(String customerId) {
        return roster.ofCustomer(customerId)
                .chain(named -> agents.ofCustomer(customerId).map(rows -> {
                    Map<String, AgentEntity> said =
                            rows.stream().collect(Collectors.toMap(row -> row.agentId, row -> row));
                    return named.stream()
                            .map(one -> new Convergence.Member(one, said.get(one.agentId())))
                            .toList();
                }));
    }
}
