package io.breakwater.snapshot.mode;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

@Singleton
class TenantModeRepository implements PanacheRepositoryBase<TenantModeEntity, String> {
    private static final String INSERT = "insert into tenant_mode (customer_id, mode, dr_sequence, changed_at)"
            + " values (:customerId, 'NORMAL', 0, now()) on conflict do nothing";

    /** The tenant's row, locked until the transaction ends; made when there is none. */
    Uni<TenantModeEntity> lock(String customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("customerId", customerId)
                        .executeUpdate())
                .chain(() -> findById(customerId, LockModeType.PESSIMISTIC_WRITE));
    }
}
