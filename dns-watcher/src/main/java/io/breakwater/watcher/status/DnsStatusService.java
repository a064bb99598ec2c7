package io.breakwater.watcher.status;

import io.breakwater.platform.problem.ProblemException;
import io.breakwater.watcher.polling.Watch;
import io.breakwater.watcher.polling.Watches;
import io.breakwater.watcher.publishing.ObservationPublisher;
import jakarta.inject.Singleton;

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

    void poke(String customerId) {
        watch(customerId).poked();
    }

    private Watch watch(String customerId) {
        return watches.of(customerId)
                .orElseThrow(() -> ProblemException.notFound(
                        "domain watched here: the customer has no DR domain, or another replica watches it"));
    }
}
