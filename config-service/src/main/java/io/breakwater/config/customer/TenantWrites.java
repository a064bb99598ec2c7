package io.breakwater.config.customer;

import io.breakwater.activation.Mode;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.outbox.Outbox;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
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
            update customer c set revision = c.revision + 1 from dr_state s
            where c.id = :customer and s.customer_id = c.id returning c.revision, s.mode""";

    private static final String RETELL = "select revision from customer where id = :customer for update";

    private final Outbox outbox;
    private final CurrentIdentityAssociation callers;
    private final Clock clock;

    TenantWrites(Outbox outbox, CurrentIdentityAssociation callers, Clock clock) {
        this.outbox = outbox;
        this.callers = callers;
        this.clock = clock;
    }

    /** Fails with {@link Problem#NOT_FOUND} for an unknown tenant and with {@link Problem#DR_ACTIVE}. */
    public Uni<TenantWrite> begin(long customerId) {
        return callers.getDeferredIdentity()
                .chain(caller -> lock(customerId).map(row -> begun(customerId, row, caller)));
    }

    /**
     * Takes the tenant's lock to tell again how things stand, so that nothing newer is told in between. Changes nothing, in any mode.
     * Fails with {@link Problem#NOT_FOUND}.
     */
    public Uni<TenantWrite> retell(long customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RETELL, Long.class)
                        .setParameter("customer", customerId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Long.toString(customerId)))
                .map(revision -> new TenantWrite(customerId, revision, clock.instant(), null, outbox));
    }

    /** The first write of a tenant that was made in this transaction. */
    TenantWrite first(CustomerEntity customer) {
        return new TenantWrite(customer.id, customer.revision, clock.instant(), null, outbox);
    }

    private static Uni<Object[]> lock(long customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(BEGIN, Object[].class)
                        .setParameter("customer", customerId)
                        .getSingleResultOrNull());
    }

    private TenantWrite begun(long customerId, Object[] row, SecurityIdentity caller) {
        if (row == null) {
            throw Refusal.notFound(Long.toString(customerId));
        }
        if (Mode.ACTIVE.name().equals(row[1])) {
            throw new ProblemException(
                    Problem.DR_ACTIVE,
                    "DR mode is active: configuration cannot be changed and no agent enrolled until it ends.");
        }
        return new TenantWrite(customerId, (Long) row[0], clock.instant(), idOf(caller), outbox);
    }

    private static Long idOf(SecurityIdentity caller) {
        return caller.isAnonymous()
                ? null
                : Ids.parse(caller.getPrincipal().getName()).orElse(null);
    }
}
