package io.breakwater.config.signin;

import io.breakwater.config.apikey.ApiKeyEntity;
import io.breakwater.config.audit.Actors;
import io.breakwater.config.audit.AuditAction;
import io.breakwater.config.audit.AuditRecord;
import io.breakwater.config.audit.AuditTrail;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Enters sign-ins of a tenant's clients into its audit trail, in the caller's transaction. */
@Singleton
class SignInAudit {
    private final AuditTrail trail;
    private final Actors actors;
    private final Clock clock;

    SignInAudit(AuditTrail trail, Actors actors, Clock clock) {
        this.trail = trail;
        this.actors = actors;
        this.clock = clock;
    }

    Uni<Void> record(ApiKeyEntity key, AuditAction action) {
        String id = key.id.toString();
        return trail.append(key.customerId, AuditRecord.of(clock.instant(), actors.named(id), action, "apiKey", id));
    }
}
