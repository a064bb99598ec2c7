package io.breakwater.snapshot.settings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

@Singleton
class TenantSettingsRepository implements PanacheRepositoryBase<TenantSettingsEntity, String> {
    private static final String PUT = "insert into tenant_settings (customer_id, settings, changed_at)"
            + " values (:customerId, :settings, :now) on conflict (customer_id)"
            + " do update set settings = excluded.settings, changed_at = excluded.changed_at";

    Uni<List<TenantSettingsEntity>> findAllOf(Collection<String> customerIds) {
        return list("customerId in ?1", customerIds);
    }

    Uni<List<String>> findIds() {
        return Panache.getSession()
                .chain(session -> session.createQuery("select customerId from TenantSettingsEntity", String.class)
                        .getResultList());
    }

    Uni<Void> put(String customerId, String settings, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter("customerId", customerId)
                        .setParameter("settings", settings)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Long> deleteAllOf(Collection<String> customerIds) {
        return delete("customerId in ?1", customerIds);
    }
}
