package io.breakwater.snapshot.capture;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Which tenants wait for a capture, and who of several replicas serves one. A claim only spares work: correctness rests on the locks of
 * {@link CaptureRecorder}. It ends by itself when its holder dies.
 */
@Singleton
class CaptureClaims {
    private final CaptureRepository repository;
    private final CaptureConfig config;
    private final Clock clock;

    CaptureClaims(CaptureRepository repository, CaptureConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** A claim. @param marks the requests that were there before the configuration was read */
    record Claim(String customerId, long marks) {}

    /** Tenants whose requests have been quiet for long enough. */
    @WithSession
    Uni<List<String>> due() {
        return repository.findDue(new Debounce(config.quiet(), config.atMost()), clock.instant());
    }

    /** Asks for captures of the tenants that have not been captured for a day. */
    @WithTransaction
    Uni<Integer> requestDaily() {
        Instant now = clock.instant();
        return repository.markOlderThan(now.minus(config.refresh()), now);
    }

    /** Null when another attempt is under way. */
    @WithTransaction
    Uni<Claim> claim(String customerId) {
        Instant now = clock.instant();
        return repository
                .claim(customerId, now.plus(config.claim()), now)
                .chain(won ->
                        won ? repository.findById(customerId) : Uni.createFrom().nullItem())
                .map(entity -> entity == null ? null : new Claim(customerId, entity.marks));
    }

    /** Asks for a capture by hand and claims it at once. Null when another attempt is under way; the request is kept. */
    @WithTransaction
    Uni<Claim> requestAndClaim(String customerId) {
        return repository.mark(customerId, 0, clock.instant()).chain(() -> claim(customerId));
    }

    /** How many tenants' last attempt ended so that people should look. */
    @WithSession
    Uni<Long> countAlarming() {
        return repository.countWithOutcome(Arrays.stream(Outcome.values())
                .filter(Outcome::isAlarming)
                .map(Outcome::name)
                .toList());
    }
}
