package io.breakwater.config.enrollment;

import io.breakwater.config.configobject.TenantScope;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Who is enrolled. */
@Singleton
public class EnrolledAgentsService {
    private final AgentRepository agents;

    EnrolledAgentsService(AgentRepository agents) {
        this.agents = agents;
    }

    @WithSession
    public Uni<List<EnrolledAgentView>> list(String customerId) {
        return agents.ofTenant(TenantScope.tenant(customerId))
                .map(all -> all.stream().map(EnrolledAgentView::of).toList());
    }
}
