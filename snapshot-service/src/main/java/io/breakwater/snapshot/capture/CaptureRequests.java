package io.breakwater.snapshot.capture;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Asks for captures. Methods run in the caller's transaction: the request is there when and only when it commits. */
@Singleton
public class CaptureRequests {
    private final CaptureRepository repository;
    private final Clock clock;

    CaptureRequests(CaptureRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** The configuration has that revision now. Nothing happens when it was captured already. */
    public Uni<Void> changed(String customerId, long revision) {
        return repository
                .mark(customerId, Math.max(1, revision), clock.instant())
                .replaceWithVoid();
    }

    /** Look again, whatever the revision is. */
    public Uni<Void> lookAgain(String customerId) {
        return repository.mark(customerId, 0, clock.instant()).replaceWithVoid();
    }
}
