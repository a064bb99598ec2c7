package io.breakwater.config.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.breakwater.config.wire.Refusal;
import io.breakwater.contracts.event.EventCodec;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;

/** The columns of a customer that only this feature needs. Works in the caller's session. */
@Singleton
class CompanyRows {
    Uni<Boolean> ssoLoginOnly(long customerId) {
        return read("sso_login_only", Boolean.class, customerId);
    }

    Uni<Void> putSsoLoginOnly(long customerId, boolean only) {
        return write("sso_login_only = :value", only, customerId);
    }

    Uni<ArrayNode> searchSuffixes(long customerId) {
        return read("search_suffixes", String.class, customerId).map(CompanyRows::parsed);
    }

    Uni<Void> putSearchSuffixes(long customerId, ArrayNode suffixes) {
        return write("search_suffixes = :value", suffixes.toString(), customerId);
    }

    /** JSON. */
    Uni<String> ancestorPolicy(long customerId) {
        return read("ancestor_policy", String.class, customerId);
    }

    Uni<Void> putAncestorPolicy(long customerId, String policy) {
        return write("ancestor_policy = :value", policy, customerId);
    }

    private static <T> Uni<T> read(String column, Class<T> type, long customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select " + column + " from customer where id = :customer", type)
                        .setParameter("customer", customerId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Long.toString(customerId)));
    }

    private static Uni<Void> write(String set, Object value, long customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update customer set " + set + " where id = :customer")
                        .setParameter("value", value)
                        .setParameter("customer", customerId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static ArrayNode parsed(String json) {
        try {
            return (ArrayNode) EventCodec.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("stored JSON is not readable", e);
        }
    }
}
