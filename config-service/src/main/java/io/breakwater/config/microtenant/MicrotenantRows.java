package io.breakwater.config.microtenant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** What hangs on a microtenant in other tables. Works in the caller's transaction. */
@Singleton
class MicrotenantRows {
    private static final String ADD_DOMAINS = "insert into microtenant_domain (customer_id, domain, microtenant_id)"
            + " select :customer, domain, :microtenant from unnest(string_to_array(:domains, ',')) domain";

    /** Makes these its domains; the database refuses one that another microtenant has. */
    Uni<Void> replaceDomains(MicrotenantEntity microtenant) {
        return delete("microtenant_domain", microtenant)
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(ADD_DOMAINS)
                        .setParameter("customer", microtenant.customerId)
                        .setParameter("microtenant", microtenant.id)
                        .setParameter("domains", String.join(",", microtenant.criteriaAttributeValues))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Its administrators go with it; whatever else belongs to it keeps it from being deleted. */
    Uni<Void> deleteAdministrators(MicrotenantEntity microtenant) {
        return delete("administrator", microtenant);
    }

    private static Uni<Void> delete(String table, MicrotenantEntity microtenant) {
        String sql = "delete from " + table + " where customer_id = :customer and microtenant_id = :microtenant";
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter("customer", microtenant.customerId)
                        .setParameter("microtenant", microtenant.id)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
