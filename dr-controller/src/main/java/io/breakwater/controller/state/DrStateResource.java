package io.breakwater.controller.state;

import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** The state over REST. */
@Path("/api/v1/customers/{customerId}/dr")
@RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
public class DrStateResource {
    private final DrStateService service;

    DrStateResource(DrStateService service) {
        this.service = service;
    }

    @GET
    public Uni<DrStateView> state(@RestPath String customerId) {
        return service.view(customerId);
    }
}
