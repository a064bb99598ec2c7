package io.breakwater.config.drsettings;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Queries of DR settings and keys. */
@Singleton
class DrSettingsRepository implements PanacheRepositoryBase<DrSettingsEntity, Long> {
    /** Null for an unknown tenant. */
    Uni<StoredSettings> ofTenant(long customerId) {
        return findById(customerId)
                .onItem()
                .ifNotNull()
                .transformToUni(settings -> keys(customerId).map(keys -> new StoredSettings(settings, keys)));
    }

    /** Null when the tenant has none of that id. */
    Uni<DrPublicKeyEntity> findKey(long customerId, long id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from DrPublicKeyEntity k where k.id = :id and k.customerId = :customer",
                                DrPublicKeyEntity.class)
                        .setParameter("id", id)
                        .setParameter("customer", customerId)
                        .getSingleResultOrNull());
    }

    Uni<Void> add(DrPublicKeyEntity key) {
        return Panache.getSession().chain(session -> session.persist(key).chain(session::flush));
    }

    Uni<Void> remove(DrPublicKeyEntity key) {
        return Panache.getSession().chain(session -> session.remove(key).chain(session::flush));
    }

    private static Uni<List<DrPublicKeyEntity>> keys(long customerId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from DrPublicKeyEntity k where k.customerId = :customer order by k.id",
                                DrPublicKeyEntity.class)
                        .setParameter("customer", customerId)
                        .getResultList());
    }
}
