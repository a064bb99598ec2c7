package io.breakwater.watcher.status;

import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.watcher.polling.Watch;
import io.breakwater.watcher.polling.Watches;
import io.breakwater.watcher.publishing.ObservationPublisher;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads from memory and starts looks; blocks nothing. Safe for threads. */
@Singleton
class DnsStatusService {
    private final Watches watches;
    private final ObservationPublisher publisher;

    DnsStatusService(Watches watches, ObservationPublisher publisher) {
        this.watches = watches;
        this.publisher = publisher;
    }

    DnsStatusView status(String customerId) {
        return DnsStatusView.of(watch(customerId).status(), publisher.isPublished(customerId));
    }

    /** The last looks at the domains of the customers whose ids follow. */
    OwnerPage<LookView> looks(String after, int limit) {
        List<LookView> read = watches.customerIds().stream()
                .filter(id -> id.compareTo(after) > 0)
                .sorted()
                .limit(limit + 1L)
                .flatMap(id -> watches.of(id).stream().map(watch -> look(id, watch)))
                .toList();
        return read.size() <= limit
                ? new OwnerPage<>(read, null)
                : new OwnerPage<>(read.subList(0, limit), read.get(limit - 1).customerId());
    }

    private LookView look(String customerId, Watch watch) {
        return LookView.of(watch.status(), publisher.isPublished(customerId));
    }

    void poke(String customerId) {
        watch(customerId).poked();
    }

    private Watch watch(String customerId) {
        return watches.of(customerId)
                .orElseThrow(() -> ProblemException.notFound(
                        "domain watched here: the customer has no DR domain, or another replica watches it"));
    }
}
