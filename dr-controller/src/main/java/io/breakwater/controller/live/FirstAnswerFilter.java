package io.breakwater.controller.live;

import io.breakwater.platform.security.Caller;
import io.breakwater.platform.security.TenantFilter;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Looks whether a page's state can be read before its stream begins. RESTEasy Reactive sends a stream's headers before its first element:
 * an unknown tenant, or a database that is away, would be a good answer that breaks off.
 */
public class FirstAnswerFilter {
    private static final int AFTER_TENANT_FILTER = Priorities.USER + 100;

    private final CurrentIdentityAssociation identity;
    private final LiveService service;

    public FirstAnswerFilter(CurrentIdentityAssociation identity, LiveService service) {
        this.identity = identity;
        this.service = service;
    }

    /** Whoever may not enter is left to the checks that say so. */
    @AnswersFirst
    @ServerRequestFilter(priority = AFTER_TENANT_FILTER)
    public Uni<Response> read(ContainerRequestContext request) {
        String customerId = request.getUriInfo().getPathParameters().getFirst(TenantFilter.CUSTOMER_ID);
        return identity.getDeferredIdentity()
                .chain(caller -> Caller.of(caller)
                                .filter(one -> one.mayEnter(customerId))
                                .isPresent()
                        ? service.read(Topic.STATE, customerId)
                        : Uni.createFrom().nullItem())
                .replaceWith(() -> null);
    }
}
