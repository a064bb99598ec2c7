package io.breakwater.controller.settings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Queries of {@code tenant_settings}. */
@Singleton
class TenantSettingsRepository implements PanacheRepositoryBase<TenantSettingsEntity, String> {
    private static final String REPLACE_OLDER = """
            insert into tenant_settings (customer_id, revision, document) values (:customerId, :revision, :document)
            on conflict (customer_id) do update set revision = excluded.revision, document = excluded.document
            where tenant_settings.revision < excluded.revision""";

    /** Whether these were newer than the stored ones, in one statement: two replicas cannot cross. */
    Uni<Boolean> replaceOlder(String customerId, long revision, String document) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REPLACE_OLDER)
                        .setParameter("customerId", customerId)
                        .setParameter("revision", revision)
                        .setParameter("document", document)
                        .executeUpdate()
                        .map(rows -> rows == 1));
    }
}
