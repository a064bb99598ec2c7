package io.breakwater.config.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Appends to a tenant's trail, in the caller's transaction: one statement. Safe for threads. */
@Singleton
public class AuditTrail {
    private static final String APPEND = """
            with head as (
                update audit_head set sequence = sequence + 1,
                    hash = sha256(hash || convert_to(cast(sequence + 1 as text) || chr(10) || :content, 'UTF8'))
                where customer_id = :customer returning customer_id, sequence, hash)
            insert into audit_entry (customer_id, sequence, at, actor, action, kind, object_id, content, hash)
            select customer_id, sequence, :at, :actor, :action, :kind, :object, :content, hash from head""";

    /** An unknown tenant has no trail: nothing is written. */
    public Uni<Void> append(long customerId, AuditRecord entry) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(APPEND)
                        .setParameter("customer", customerId)
                        .setParameter("at", entry.at())
                        .setParameter("actor", text(entry.actor().id()))
                        .setParameter("action", entry.action().name())
                        .setParameter("kind", entry.kind())
                        .setParameter("object", text(entry.objectId()))
                        .setParameter("content", entry.content())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** A native parameter without a value has no type; empty stands for none in these columns. */
    private static String text(String value) {
        return value == null ? "" : value;
    }
}
