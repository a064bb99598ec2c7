package io.breakwater.config.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.breakwater.config.apikey.ApiKeyEntity;
import io.breakwater.config.audit.Actors;
import io.breakwater.config.audit.AuditAction;
import io.breakwater.config.audit.AuditRecord;
import io.breakwater.config.audit.AuditTrail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Enters sign-ins of a tenant's clients into its audit trail, in the caller's transaction. Anybody may try to sign in: of what is refused
 * only so many are entered for each key in a minute, and all are counted (I9). Safe for threads.
 */
@Singleton
class SignInAudit {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AuditTrail trail;
    private final Actors actors;
    private final Clock clock;
    private final int most;
    private final Cache<Long, AtomicInteger> refused;
    private final Counter refusals;

    SignInAudit(AuditTrail trail, Actors actors, SignInConfig config, MeterRegistry meters, Clock clock) {
        this.trail = trail;
        this.actors = actors;
        this.clock = clock;
        this.most = config.refusalsRecorded();
        this.refused = Caffeine.newBuilder()
                .maximumSize(config.keysRemembered())
                .expireAfterWrite(MINUTE)
                .build();
        this.refusals = meters.counter("breakwater_sign_ins_refused");
    }

    Uni<Void> succeeded(ApiKeyEntity key) {
        return record(key, AuditAction.SIGN_IN);
    }

    Uni<Void> refused(ApiKeyEntity key) {
        refusals.increment();
        return refused.get(key.id, id -> new AtomicInteger()).incrementAndGet() > most
                ? Uni.createFrom().voidItem()
                : record(key, AuditAction.SIGN_IN_REFUSED);
    }

    private Uni<Void> record(ApiKeyEntity key, AuditAction action) {
        String id = key.id.toString();
        return trail.append(key.customerId, AuditRecord.of(clock.instant(), actors.named(id), action, "apiKey", id));
    }
}
