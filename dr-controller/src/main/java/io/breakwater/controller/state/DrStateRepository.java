package io.breakwater.controller.state;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

/** Queries of {@code dr_state}. */
@Singleton
class DrStateRepository implements PanacheRepositoryBase<DrStateEntity, String> {
    private static final String CREATE = """
            insert into dr_state (customer_id, sequence, mode, since_millis, replays)
            values (:customerId, 0, 'NORMAL', :sinceMillis, '{}') on conflict do nothing""";

    private static final String SIZES_AFTER = """
            select customer_id, coalesce(octet_length(evidence), 0) + coalesce(octet_length(upcoming), 0)
                + coalesce(octet_length(observed), 0) + octet_length(replays) as octets
            from dr_state
            where (length(customer_id), customer_id) > (length(cast(:after as varchar)), cast(:after as varchar))
            order by length(customer_id), customer_id limit :limit""";

    /** The tenant's row, made when there is none, locked to the transaction's end. */
    Uni<DrStateEntity> lock(String customerId, Instant now) {
        return lockExisting(customerId)
                .onItem()
                .ifNull()
                .switchTo(() -> create(customerId, now).chain(() -> lockExisting(customerId)));
    }

    /** The tenant's row locked, or null. */
    Uni<DrStateEntity> lockExisting(String customerId) {
        return findById(customerId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Tenants whose timer is due, the longest overdue first. */
    Uni<List<String>> due(Instant now, int limit) {
        return find("select customerId from DrStateEntity where nextTimer <= ?1 order by nextTimer", now)
                .project(String.class)
                .page(Page.ofSize(limit))
                .list();
    }

    /** What a row takes in memory and on the wire, about. */
    record Size(String customerId, long octets) {}

    /** The tenants that follow, in the order of their numbers. */
    Uni<List<Size>> sizesAfter(String customerId, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SIZES_AFTER, Object[].class)
                        .setParameter("after", customerId)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Size((String) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }

    Uni<List<DrStateEntity>> inOrder(List<String> customerIds) {
        return list("customerId in ?1 order by length(customerId), customerId", customerIds);
    }

    /** The earliest timer, or null. */
    Uni<Instant> nextTimer() {
        return find("select min(nextTimer) from DrStateEntity")
                .project(Instant.class)
                .firstResult();
    }

    private static Uni<Void> create(String customerId, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(CREATE)
                        .setParameter("customerId", customerId)
                        .setParameter("sinceMillis", now.toEpochMilli())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
