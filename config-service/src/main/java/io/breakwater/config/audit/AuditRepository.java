package io.breakwater.config.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Queries of the audit trail. Works in the caller's session. */
@Singleton
class AuditRepository {
    private static final String COLUMNS =
            "select sequence, at, actor, action, kind, object_id, content, hash from audit_entry where customer_id = :customer";

    /** The ends of a trail. */
    record Ends(long anchorSequence, byte[] anchorHash, long headSequence, byte[] headHash) {}

    /** Null for an unknown tenant. */
    Uni<Ends> ends(long customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select anchor_sequence, anchor_hash, sequence, hash from audit_head"
                                        + " where customer_id = :customer",
                                Object[].class)
                        .setParameter("customer", customerId)
                        .getSingleResultOrNull())
                .map(row ->
                        row == null ? null : new Ends((Long) row[0], (byte[]) row[1], (Long) row[2], (byte[]) row[3]));
    }

    /** In order of their numbers, from the one after {@code sequence}. */
    Uni<List<StoredEntry>> after(long customerId, long sequence, int most) {
        return read(
                COLUMNS + " and sequence > :after order by sequence limit :most",
                Map.of("customer", customerId, "after", sequence, "most", most));
    }

    /** Newest first. */
    Uni<List<StoredEntry>> find(long customerId, AuditFilter filter) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("customer", customerId);
        filter.before().ifPresent(before -> add(conditions, parameters, "sequence < :before", "before", before));
        filter.from().ifPresent(from -> add(conditions, parameters, "at >= :from", "from", from));
        filter.to().ifPresent(to -> add(conditions, parameters, "at < :to", "to", to));
        filter.texts().forEach((column, text) -> add(conditions, parameters, column + " = :" + column, column, text));
        String sql = COLUMNS + conditions.stream().reduce("", (all, one) -> all + " and " + one)
                + " order by sequence desc limit :most";
        parameters.put("most", filter.most());
        return read(sql, parameters);
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private static Uni<List<StoredEntry>> read(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, Object[].class);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(AuditRepository::entry).toList());
    }

    private static StoredEntry entry(Object[] row) {
        return new StoredEntry(
                (Long) row[0],
                row[1] instanceof Instant at ? at : ((OffsetDateTime) row[1]).toInstant(),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (byte[]) row[7]);
    }
}
