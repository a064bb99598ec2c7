package io.breakwater.controller.convergence;

import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** Convergence over REST. */
@Path("/api/v1/customers/{customerId}/dr/convergence")
@RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
public class ConvergenceResource {
    private final ConvergenceService service;

    ConvergenceResource(ConvergenceService service) {
        this.service = service;
    }

    @GET
    public Uni<ConvergenceView> convergence(@RestPath String customerId) {
        return service.of(customerId);
    }
}
