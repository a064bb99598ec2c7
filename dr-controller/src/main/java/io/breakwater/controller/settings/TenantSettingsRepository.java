package io.breakwater.controller.settings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;

/** Queries of {@code tenant_settings}. */
@Singleton
class TenantSettingsRepository implements PanacheRepositoryBase<TenantSettingsEntity, String> {
    private static final String INSERT = """
            insert into tenant_settings (customer_id, revision, document, grounds)
            values (:customerId, :revision, :document, :grounds) on conflict do nothing""";

    /** Whether there were none yet, in one statement: two replicas cannot cross. */
    Uni<Boolean> insert(String customerId, long revision, String document, String grounds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("customerId", customerId)
                        .setParameter("revision", revision)
                        .setParameter("document", document)
                        .setParameter("grounds", grounds)
                        .executeUpdate()
                        .map(rows -> rows == 1));
    }

    /** The row locked to the transaction's end, or null. Read anew. */
    Uni<TenantSettingsEntity> lock(String customerId) {
        return findById(customerId, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<List<String>> customers() {
        return find("select customerId from TenantSettingsEntity")
                .project(String.class)
                .list();
    }

    Uni<Long> forget(Set<String> customerIds) {
        return delete("customerId in ?1", customerIds);
    }
}
