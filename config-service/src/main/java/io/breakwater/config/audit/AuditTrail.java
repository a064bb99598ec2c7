package io.breakwater.config.audit;

import io.breakwater.config.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;

/** Appends to a tenant's trail, in the caller's transaction: one statement. Safe for threads. */
@Singleton
public class AuditTrail {
    private static final String APPEND = """
            with head as (
                update audit_head set sequence = sequence + 1,
                    hash = sha256(hash || convert_to(cast(sequence + 1 as text) || chr(10) || $7, 'UTF8'))
                where customer_id = $1 returning customer_id, sequence, hash)
            insert into audit_entry (customer_id, sequence, at, actor, action, kind, object_id, content, hash)
            select customer_id, sequence, $2, $3, $4, $5, $6, $7, hash from head""";

    /** An unknown tenant has no trail: nothing is written. */
    public Uni<Void> append(long customerId, AuditRecord entry) {
        return SessionSql.update(
                        APPEND,
                        customerId,
                        entry.at().atOffset(ZoneOffset.UTC),
                        text(entry.actor().id()),
                        entry.action().name(),
                        entry.kind(),
                        text(entry.objectId()),
                        entry.content())
                .replaceWithVoid();
    }

    /** A native parameter without a value has no type; empty stands for none in these columns. */
    private static String text(String value) {
        return value == null ? "" : value;
    }
}
