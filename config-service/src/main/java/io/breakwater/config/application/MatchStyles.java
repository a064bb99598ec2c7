package io.breakwater.config.application;

import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/**
 * A domain name cannot be INCLUSIVE in one segment and EXCLUSIVE in another of the same tenant. Works in the caller's transaction,
 * under the tenant's lock.
 */
@Singleton
class MatchStyles {
    private static final String OTHER = "select name from application_segment where customer_id = $1"
            + " and id <> $2 and match_style <> $3 and domain_names && $4"
            + " order by id limit 1";

    Uni<Void> requireAgreement(ApplicationEntity application) {
        return SessionSql.row(
                        OTHER, application.customerId, application.id, application.matchStyle, application.domainNames)
                .invoke(other -> {
                    if (other != null) {
                        throw Refusal.invalid(
                                "matchStyle",
                                "must be the same as that of " + other[0] + ", which has one of these domain names");
                    }
                })
                .replaceWithVoid();
    }
}
