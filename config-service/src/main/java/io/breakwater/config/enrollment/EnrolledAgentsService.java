package io.breakwater.config.enrollment;

import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.CustomerRepository;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Who is enrolled. */
@Singleton
public class EnrolledAgentsService {
    private final CustomerRepository customers;
    private final AgentRepository agents;

    EnrolledAgentsService(CustomerRepository customers, AgentRepository agents) {
        this.customers = customers;
        this.agents = agents;
    }

    @WithSession
    public Uni<List<EnrolledAgentView>> list(String customerId) {
        return customers
                .findById(TenantScope.tenant(customerId))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("customer"))
                .chain(customer -> agents.ofTenant(customer.id))
                .map(all -> all.stream().map(EnrolledAgentView::of).toList());
    }
}
