package io.breakwater.config.drview;

import io.breakwater.contracts.config.DrView;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The DR view, for other services of the suite only. */
@Path("/api/v1/customers/{customerId}/dr-view")
public class DrViewResource {
    private final DrViewService service;

    DrViewResource(DrViewService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed(Roles.SERVICE)
    public Uni<DrView> get(@PathParam("customerId") String customerId) {
        return service.read(customerId);
    }
}
