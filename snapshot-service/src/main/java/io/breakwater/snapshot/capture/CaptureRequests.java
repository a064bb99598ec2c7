package io.breakwater.snapshot.capture;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Asks for captures. Methods run in the caller's transaction: the request is there when and only when it commits. */
@Singleton
public class CaptureRequests {
    private final CaptureRepository repository;
    private final CaptureConfig config;
    private final Clock clock;

    CaptureRequests(CaptureRepository repository, CaptureConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** The configuration has that revision now. Nothing happens when it was captured already. */
    public Uni<Void> changed(String customerId, long revision) {
        return repository
                .mark(customerId, Math.max(1, revision), config.largestJump(), clock.instant())
                .replaceWithVoid();
    }

    /** Look again, whatever the revision is. */
    public Uni<Void> lookAgain(String customerId) {
        return repository
                .mark(customerId, 0, config.largestJump(), clock.instant())
                .replaceWithVoid();
    }

    /** Which revisions are known of these tenants; of one that was never asked for, none. */
    public Uni<List<CaptureStanding>> standings(Collection<String> customerIds) {
        return repository.standings(customerIds);
    }

    /** The configuration's owner has no newer revision, whatever was told. */
    public Uni<Void> isNoNewerThan(String customerId, long revision) {
        return repository.lower(customerId, revision).replaceWithVoid();
    }
}
