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
