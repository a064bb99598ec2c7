package io.breakwater.controller.history;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Queries of {@code dr_history}. */
@Singleton
class HistoryRepository implements PanacheRepository<HistoryEntity> {

    Uni<List<HistoryEntity>> newestBefore(String customerId, long sequence, int limit) {
        return find("customerId = ?1 and sequence < ?2 order by sequence desc", customerId, sequence)
                .page(Page.ofSize(limit))
                .list();
    }

    /** The newest first. */
    Uni<List<HistoryEntity>> judged(String customerId, String domain, Set<String> grounds, int most) {
        return find(
                        "customerId = ?1 and domain = ?2 and ((verdict in ('APPLY', 'EXPIRED', 'PENDING')"
                                + " and coalesce(keyFingerprint, '-') in ?3)"
                                + " or (verdict = 'NONE' and beforeMode <> afterMode)) order by sequence desc",
                        customerId,
                        domain,
                        grounds)
                .page(Page.ofSize(most))
                .list();
    }

    /** The change that first put that activation in force. */
    Uni<HistoryEntity> firstInForce(String customerId, String identity, String mode) {
        return find(
                        "customerId = ?1 and identity = ?2 and afterMode = ?3 and verdict in ('APPLY', 'EXPIRED')"
                                + " order by effectiveAt",
                        customerId,
                        identity,
                        mode)
                .page(Page.ofSize(1))
                .firstResult();
    }
}
