package io.breakwater.config.customer;

import io.breakwater.activation.Mode;
import io.breakwater.config.audit.Actor;
import io.breakwater.config.audit.Actors;
import io.breakwater.config.audit.AuditTrail;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Refusal;
import io.breakwater.outbox.Outbox;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Begins a write of a tenant's configuration: takes the tenant's row lock, so that writes of one tenant follow one another, counts the
 * revision up and refuses while DR is active. All in the caller's transaction.
 */
@Singleton
public class TenantWrites {
    private static final String BEGIN = """
            update customer c set revision = c.revision + 1 from dr_state s, microtenant m
            where c.id = $1 and s.customer_id = c.id and m.customer_id = c.id and m.id = $2
            returning c.revision, case when s.mode_until < $3 then 'NORMAL' else s.mode end""";

    private static final String RETELL = "select revision from customer where id = $1 for update";

    private final Outbox outbox;
    private final AuditTrail trail;
    private final Actors actors;
    private final Clock clock;

    TenantWrites(Outbox outbox, AuditTrail trail, Actors actors, Clock clock) {
        this.outbox = outbox;
        this.trail = trail;
        this.actors = actors;
        this.clock = clock;
    }

    /** A write of what belongs to the tenant as a whole. */
    public Uni<TenantWrite> begin(long customerId) {
        return begin(new TenantScope(customerId, TenantScope.DEFAULT_MICROTENANT));
    }

    /** Fails with {@link Problem#NOT_FOUND} for an unknown tenant or microtenant and with {@link Problem#DR_ACTIVE}. */
    public Uni<TenantWrite> begin(ObjectScope scope) {
        return actors.current().chain(actor -> lock(scope).map(row -> begun(scope.customerId(), row, actor)));
    }

    /**
     * Takes the tenant's lock to tell again how things stand, so that nothing newer is told in between. Changes nothing, in any mode.
     * Fails with {@link Problem#NOT_FOUND}.
     */
    public Uni<TenantWrite> retell(long customerId) {
        return SessionSql.row(RETELL, customerId)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Long.toString(customerId)))
                .map(row -> new TenantWrite(customerId, (Long) row[0], clock.instant(), Actor.SELF, outbox, trail));
    }

    /** The first write of a tenant that was made in this transaction. */
    Uni<TenantWrite> first(CustomerEntity customer) {
        return actors.current()
                .map(actor -> new TenantWrite(customer.id, customer.revision, clock.instant(), actor, outbox, trail));
    }

    /** A mode that has an end is over by the clock. */
    private Uni<Object[]> lock(ObjectScope scope) {
        return SessionSql.row(
                BEGIN,
                scope.customerId(),
                scope.microtenantId(),
                clock.instant().getEpochSecond());
    }

    private TenantWrite begun(long customerId, Object[] row, Actor actor) {
        if (row == null) {
            throw new ProblemException(Problem.NOT_FOUND, "There is no such customer or microtenant.");
        }
        if (Mode.ACTIVE.name().equals(row[1])) {
            throw new ProblemException(
                    Problem.DR_ACTIVE,
                    "DR mode is active: configuration cannot be changed and no agent enrolled until it ends.");
        }
        return new TenantWrite(customerId, (Long) row[0], clock.instant(), actor, outbox, trail);
    }
}
