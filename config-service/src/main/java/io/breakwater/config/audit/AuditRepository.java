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
            "select sequence, at, actor, action, kind, object_id, content, hash, octet_length(content) as own,"
                    + " sum(octet_length(content)) over (order by sequence %1$s) as octets"
                    + " from audit_entry where customer_id = :customer";

    /** Octets of entries bound a part beside their number (I9); the first one always counts. */
    private static final String PART =
            "select sequence, at, actor, action, kind, object_id, content, hash, octets from (%2$s"
                    + " order by sequence %1$s limit :most) e where octets - own < :octets order by sequence %1$s";

    private final long partOctets;

    AuditRepository(AuditConfig config) {
        this.partOctets = config.partBytes().asLongValue();
    }

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
    Uni<StoredPart> after(long customerId, long sequence, int most) {
        return read(COLUMNS + " and sequence > :after", "asc", Map.of("customer", customerId, "after", sequence), most);
    }

    /** Newest first. */
    Uni<StoredPart> find(long customerId, AuditFilter filter) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("customer", customerId);
        filter.before().ifPresent(before -> add(conditions, parameters, "sequence < :before", "before", before));
        filter.from().ifPresent(from -> add(conditions, parameters, "at >= :from", "from", from));
        filter.to().ifPresent(to -> add(conditions, parameters, "at < :to", "to", to));
        filter.texts().forEach((column, text) -> add(conditions, parameters, column + " = :" + column, column, text));
        String sql = COLUMNS + conditions.stream().reduce("", (all, one) -> all + " and " + one);
        return read(sql, "desc", parameters, filter.most());
    }

    private static void add(
            List<String> conditions, Map<String, Object> parameters, String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private Uni<StoredPart> read(String entries, String direction, Map<String, Object> parameters, int most) {
        String sql = PART.formatted(direction, entries.formatted(direction));
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, Object[].class)
                            .setParameter("most", most)
                            .setParameter("octets", partOctets);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> part(rows, most));
    }

    private StoredPart part(List<Object[]> rows, int most) {
        long octets = rows.isEmpty() ? 0 : ((Number) rows.get(rows.size() - 1)[8]).longValue();
        boolean more = rows.size() == most || octets >= partOctets;
        return new StoredPart(rows.stream().map(AuditRepository::entry).toList(), octets, more);
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
