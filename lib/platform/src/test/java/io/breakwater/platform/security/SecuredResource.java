package io.breakwater.platform.security;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** A tenant's thing, and one that nobody said who may see. */
@Path("/secured")
public class SecuredResource {
    @GET
    @Path("customers/{customerId}/thing")
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public String thing(@RestPath String customerId) {
        return "the thing of " + customerId;
    }

    /** Whether it is answered on the request's own event loop context, which Hibernate Reactive needs. */
    @GET
    @Path("context")
    @RolesAllowed(Roles.OPERATOR)
    public Uni<Boolean> context() {
        return Uni.createFrom().item(() -> Context.isOnEventLoopThread() && VertxContext.isOnDuplicatedContext());
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody may see this";
    }
}
