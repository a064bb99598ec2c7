package io.breakwater.controller.convergence;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Queries of {@code acknowledgement}. */
@Singleton
class AcknowledgementRepository implements PanacheRepository<AcknowledgementEntity> {
    private static final String FIRST = """
            insert into acknowledgement (customer_id, agent_id, identity, tenant_mode, acknowledged_at)
            values (:customerId, :agentId, :identity, :tenantMode, cast(:acknowledgedAt as timestamptz))
            on conflict do nothing""";

    /** Keeps the first acknowledgement of an activation in a mode. */
    Uni<Void> addFirst(AcknowledgementEntity first) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIRST)
                        .setParameter("customerId", first.customerId)
                        .setParameter("agentId", first.agentId)
                        .setParameter("identity", first.identity)
                        .setParameter("tenantMode", first.tenantMode)
                        .setParameter("acknowledgedAt", first.acknowledgedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<AcknowledgementEntity>> of(String customerId, String identity, String tenantMode) {
        return list("customerId = ?1 and identity = ?2 and tenantMode = ?3", customerId, identity, tenantMode);
    }
}
