package io.breakwater.snapshot.mode;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;

@Singleton
class TenantModeRepository implements PanacheRepositoryBase<TenantModeEntity, String> {
    private static final String INSERT = "insert into tenant_mode (customer_id, mode, dr_sequence, changed_at)"
            + " values (:customerId, 'NORMAL', 0, now()) on conflict do nothing";
    private static final String NOT_INITIAL =
            "select customerId from TenantModeEntity where mode <> 'NORMAL' or drSequence <> 0";

    /** The tenant's row, locked until the transaction ends; made when there is none. */
    Uni<TenantModeEntity> lock(String customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("customerId", customerId)
                        .executeUpdate())
                .chain(() -> findById(customerId, LockModeType.PESSIMISTIC_WRITE));
    }

    Uni<List<TenantModeEntity>> findAllOf(Collection<String> customerIds) {
        return list("customerId in ?1", customerIds);
    }

    /** The tenants of which something was ever told. */
    Uni<List<String>> findTold() {
        return Panache.getSession()
                .chain(session -> session.createQuery(NOT_INITIAL, String.class).getResultList());
    }
}
