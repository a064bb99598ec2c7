package io.breakwater.config.application;

import io.breakwater.config.wire.Refusal;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * A domain name cannot be INCLUSIVE in one segment and EXCLUSIVE in another of the same tenant. Works in the caller's transaction,
 * under the tenant's lock.
 */
@Singleton
class MatchStyles {
    private static final String OTHER = "select name from application_segment where customer_id = :customer"
            + " and id <> :id and match_style <> :style and domain_names && cast(string_to_array(:domains, ',') as varchar[])"
            + " order by id limit 1";

    Uni<Void> requireAgreement(ApplicationEntity application) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OTHER, String.class)
                        .setParameter("customer", application.customerId)
                        .setParameter("id", application.id)
                        .setParameter("style", application.matchStyle)
                        .setParameter("domains", String.join(",", application.domainNames))
                        .getSingleResultOrNull())
                .invoke(other -> {
                    if (other != null) {
                        throw Refusal.invalid(
                                "matchStyle",
                                "must be the same as that of " + other + ", which has one of these domain names");
                    }
                })
                .replaceWithVoid();
    }
}
