package io.breakwater.config.audit;

import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.ZpaError;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemDocument;
import io.breakwater.platform.security.Caller;
import io.breakwater.platform.security.TenantFilter;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Enters into a tenant's trail what its clients were refused: what their role does not permit, what is another tenant's, changes while
 * DR is active. A trail that cannot be written leaves the refusal as it is. Stateless.
 */
public class RefusalFilter {
    private static final Logger LOG = Logger.getLogger(RefusalFilter.class);

    private final CurrentIdentityAssociation callers;
    private final Actors actors;
    private final AuditTrail trail;
    private final Clock clock;

    RefusalFilter(CurrentIdentityAssociation callers, Actors actors, AuditTrail trail, Clock clock) {
        this.callers = callers;
        this.actors = actors;
        this.trail = trail;
        this.clock = clock;
    }

    @ServerResponseFilter
    public Uni<Void> record(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < 400) {
            return Uni.createFrom().voidItem();
        }
        return callers.getDeferredIdentity()
                // of a token that is none: nobody's trail
                .onFailure()
                .recoverWithNull()
                .map(identity -> identity == null ? Optional.<Long>empty() : refusedTenant(identity, request, response))
                .chain(tenant -> tenant.map(id -> append(id, request, response))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Whose client was refused, if it was a refusal. */
    private static Optional<Long> refusedTenant(
            SecurityIdentity identity, ContainerRequestContext request, ContainerResponseContext response) {
        return Caller.of(identity)
                .filter(caller -> caller.customerId() != null)
                .filter(caller -> isRefusal(caller, request, response))
                .flatMap(caller -> Ids.parse(caller.customerId()));
    }

    private static boolean isRefusal(
            Caller caller, ContainerRequestContext request, ContainerResponseContext response) {
        String customer = request.getUriInfo().getPathParameters().getFirst(TenantFilter.CUSTOMER_ID);
        boolean elsewhere = customer != null && !caller.mayEnter(customer);
        return elsewhere || response.getStatus() == Problem.FORBIDDEN.status() || isDrActive(response.getEntity());
    }

    private static boolean isDrActive(Object entity) {
        return entity instanceof ZpaError error && Problem.DR_ACTIVE.code().equals(error.id())
                || entity instanceof ProblemDocument problem
                        && Problem.DR_ACTIVE.code().equals(problem.code());
    }

    private Uni<Void> append(long customerId, ContainerRequestContext request, ContainerResponseContext response) {
        String what =
                request.getMethod() + " " + shortened(request.getUriInfo().getPath()) + " " + response.getStatus();
        return actors.current()
                .chain(actor -> Panache.withTransaction(() -> trail.append(
                        customerId,
                        new AuditRecord(
                                clock.instant(), actor, AuditAction.REFUSED, "request", null, what, null, null))))
                .onFailure()
                .invoke(failure -> LOG.warnf("A refusal of customer %d cannot be recorded: %s", customerId, failure))
                .onFailure()
                .recoverWithNull();
    }

    private static String shortened(String path) {
        return path.length() <= 200 ? path : path.substring(0, 200);
    }
}
