package io.breakwater.controller.history;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The history of states. Stateless. */
@ApplicationScoped
public class HistoryService {
    private final HistoryRepository repository;

    HistoryService(HistoryRepository repository) {
        this.repository = repository;
    }

    /** Adds an entry to the caller's transaction. */
    public Uni<Void> append(HistoryEntry entry) {
        return repository.persist(HistoryMapping.row(entry)).replaceWithVoid();
    }

    /** Entries with a lower sequence, newest first. */
    @WithSession
    public Uni<List<HistoryEntry>> before(String customerId, long sequence, int limit) {
        return repository
                .newestBefore(customerId, sequence, limit)
                .map(rows -> rows.stream().map(HistoryMapping::entry).toList());
    }

    /**
     * What was judged with one of those keys, and what ended without a record, the oldest first and no more than the newest ones. Takes
     * part in the caller's session.
     *
     * @param grounds fingerprints; {@code -} for unsigned records
     */
    public Uni<List<HistoryEntry>> judged(String customerId, String domain, Set<String> grounds, int most) {
        return repository.judged(customerId, domain, grounds, most).map(rows -> {
            List<HistoryEntry> entries =
                    new ArrayList<>(rows.stream().map(HistoryMapping::entry).toList());
            Collections.reverse(entries);
            return entries;
        });
    }

    /** From when on an activation could have been followed, or nothing when it was never in force. Takes part in the caller's session. */
    public Uni<Optional<Instant>> effectiveSince(String customerId, String identity, String mode) {
        return repository
                .firstInForce(customerId, identity, mode)
                .map(row -> Optional.ofNullable(row).map(found -> found.effectiveAt));
    }
}
