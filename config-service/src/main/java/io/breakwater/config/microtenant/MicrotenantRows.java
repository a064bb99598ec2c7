package io.breakwater.config.microtenant;

import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What hangs on a microtenant in other tables. Works in the caller's transaction. */
@Singleton
class MicrotenantRows {
    private static final String ADD_DOMAINS = "insert into microtenant_domain (customer_id, domain, microtenant_id)"
            + " select :customer, domain, :microtenant from unnest(string_to_array(:domains, ',')) domain";

    /** Kinds by the tables of what belongs to microtenants. */
    private static final SortedMap<String, String> OBJECTS = new TreeMap<>(Map.of(
            "application_segment", "application",
            "segment_group", "segmentGroup",
            "server_group", "serverGroup",
            "server", "server",
            "app_connector", "connector",
            "app_connector_group", "appConnectorGroup",
            "service_edge", "serviceEdge",
            "service_edge_group", "serviceEdgeGroup",
            "provisioning_key", "provisioningKey",
            "api_key", "apiKey"));

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

    /** Refuses a microtenant that anything but administrators belongs to, naming one of it. */
    Uni<Void> requireEmpty(MicrotenantEntity microtenant) {
        String anything = OBJECTS.entrySet().stream()
                .map(object -> "(select '" + object.getValue() + "', name from " + object.getKey()
                        + " where customer_id = $1 and microtenant_id = $2 limit 1)")
                .collect(Collectors.joining(" union all "));
        return SessionSql.row(anything + " limit 1", microtenant.customerId, microtenant.id)
                .invoke(object -> {
                    if (object != null) {
                        throw Refusal.referenced((String) object[0], (String) object[1]);
                    }
                })
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
