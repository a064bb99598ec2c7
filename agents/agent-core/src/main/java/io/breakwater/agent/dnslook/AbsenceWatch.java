package io.breakwater.agent.dnslook;

import io.breakwater.activation.AbsencePolicy;
import io.breakwater.agent.trust.Trust;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.dns.AuthoritiesResult;
import io.breakwater.dns.LookupResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * For tenants whose absence policy is {@code off-after}: how long a majority of the domain's authorities, asked themselves, has denied
 * the record without interruption. Not knowing interrupts, and so does a record that anybody has seen meanwhile, another domain and a
 * restart: all of them only make it longer (I3). For one thread.
 */
final class AbsenceWatch {
    /** For a record that this process has not seen: no record of ours should live longer. */
    private static final Duration LONGEST_TTL = Duration.ofMinutes(15);

    private final DrDomain domain;
    private final Supplier<Instant> recordSeenAt;
    private final Clock clock;
    private String name;
    private Optional<Duration> ttl = Optional.empty();
    private Instant deniedSince;

    /** @param recordSeenAt when a record was last seen at the domain, by whomever */
    AbsenceWatch(DrDomain domain, Supplier<Instant> recordSeenAt, Clock clock) {
        this.domain = domain;
        this.recordSeenAt = recordSeenAt;
        this.clock = clock;
    }

    /** It is about this domain from now on. */
    void about(String newName) {
        if (!newName.equals(name)) {
            name = newName;
            ttl = Optional.empty();
            deniedSince = null;
        }
    }

    /** The record is there. @param ttlSeconds what a cache leaves of its time to live: the longest one seen counts */
    void seen(long ttlSeconds) {
        Duration left = Duration.ofSeconds(ttlSeconds);
        ttl = ttl.filter(known -> known.compareTo(left) > 0).or(() -> Optional.of(left));
        deniedSince = null;
    }

    /** Nothing was learned. */
    void unknown() {
        deniedSince = null;
    }

    /** Whether the tenant wants more to be asked when its record is missing. */
    boolean isWanted(Trust trust) {
        return policy(trust).offAfter().isPresent();
    }

    /** Who denies the record. */
    CompletionStage<Denial> ask(String name) {
        return domain.authorities(name)
                .thenCompose(found -> found instanceof AuthoritiesResult.Found authorities
                        ? Denial.of(authorities.authorities(), authority -> domain.txt(name, authority))
                        : Denial.UNKNOWN);
    }

    /** Whether the record has been missing for as long as the tenant's policy wants. */
    boolean endsMode(Trust trust, Denial denial) {
        if (!denial.isByMajority()) {
            deniedSince = null;
            return false;
        }
        Instant now = clock.instant();
        if (deniedSince == null || deniedSince.isBefore(recordSeenAt.get())) {
            deniedSince = now;
        }
        return policy(trust).endsMode(deniedSince, ttl.orElse(LONGEST_TTL), now);
    }

    /** Since when it has been denied, or null. */
    Instant deniedSince() {
        return deniedSince;
    }

    /** A policy that cannot be read is no permission to end anything. */
    private static AbsencePolicy policy(Trust trust) {
        try {
            return Optional.ofNullable(trust.settings())
                    .map(DrSettings::absence)
                    .map(AbsencePolicy::parse)
                    .orElse(AbsencePolicy.KEEP);
        } catch (IllegalArgumentException e) {
            return AbsencePolicy.KEEP;
        }
    }

    /** @param authorities how many there are; @param denying how many of them say that there is no such record */
    record Denial(int authorities, int denying) {
        static final CompletionStage<Denial> UNKNOWN = CompletableFuture.completedFuture(new Denial(0, 0));

        boolean isByMajority() {
            return denying * 2 > authorities;
        }

        static <A, R> CompletionStage<Denial> of(
                List<A> authorities, Function<A, CompletionStage<LookupResult<R>>> question) {
            CompletionStage<Denial> all = CompletableFuture.completedFuture(new Denial(authorities.size(), 0));
            for (A authority : authorities) {
                all = all.thenCombine(question.apply(authority), Denial::with);
            }
            return all;
        }

        private <R> Denial with(LookupResult<R> answer) {
            return new Denial(authorities, denying + (answer instanceof LookupResult.Absent<R> ? 1 : 0));
        }
    }
}
