package io.breakwater.snapshot.capture;

import io.breakwater.activation.Mode;
import io.breakwater.snapshot.mode.TenantModes;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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
    private final TenantModes modes;
    private final CaptureConfig config;
    private final Clock clock;

    CaptureClaims(CaptureRepository repository, TenantModes modes, CaptureConfig config, Clock clock) {
        this.repository = repository;
        this.modes = modes;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A claim.
     *
     * @param marks the requests that were there before the configuration was read
     * @param frozen whether DR is active, so that there is nothing to read
     */
    record Claim(String customerId, long marks, boolean frozen) {}

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

    /** Asks for captures of the tenants whose indexes tell other event keys than these. */
    @WithTransaction
    Uni<Integer> requestForKeys(String digest, Duration patience) {
        Instant now = clock.instant();
        return repository.markWithOtherKeys(digest, now.minus(patience), now);
    }

    /** Null when another attempt is under way. */
    @WithTransaction
    Uni<Claim> claim(String customerId) {
        Instant now = clock.instant();
        return repository
                .claim(customerId, now.plus(config.claim()), now)
                .chain(won -> won ? won(customerId) : Uni.createFrom().nullItem());
    }

    /** Asks for a capture by hand. */
    @WithTransaction
    Uni<Void> request(String customerId) {
        return repository
                .mark(customerId, 0, config.largestJump(), clock.instant())
                .replaceWithVoid();
    }

    /** Asks for a capture by hand and claims it at once. Null when another attempt is under way; the request is kept. */
    @WithTransaction
    Uni<Claim> requestAndClaim(String customerId) {
        return repository
                .mark(customerId, 0, config.largestJump(), clock.instant())
                .chain(() -> claim(customerId));
    }

    /** How many tenants' last attempt ended so that people should look. */
    @WithSession
    Uni<Long> countAlarming() {
        return repository.countWithOutcome(Arrays.stream(Outcome.values())
                .filter(Outcome::isAlarming)
                .map(Outcome::name)
                .toList());
    }

    private Uni<Claim> won(String customerId) {
        return modes.current(customerId)
                .chain(mode -> repository
                        .findById(customerId)
                        .map(row -> new Claim(customerId, row.marks, mode.mode() == Mode.ACTIVE)));
    }
}
