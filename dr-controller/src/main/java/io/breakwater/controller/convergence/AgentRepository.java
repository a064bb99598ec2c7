package io.breakwater.controller.convergence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;

/** Queries of {@code agent}. */
@Singleton
class AgentRepository implements PanacheRepositoryBase<AgentEntity, String> {
    private static final String TAKE_TURNS =
            "select cast(pg_advisory_xact_lock(1113744473, hashtext(:agentId)) as text)";

    /** The agent's row or null. Whoever else wants it waits to the transaction's end, even when there is no row yet. */
    Uni<AgentEntity> lock(String agentId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_TURNS)
                        .setParameter("agentId", agentId)
                        .executeUpdate())
                .chain(() -> findById(agentId, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<List<AgentEntity>> ofCustomer(String customerId) {
        return list("customerId = ?1 order by name, agentId", customerId);
    }
}
