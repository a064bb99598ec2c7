package io.breakwater.config.enrollment;

import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** Who is enrolled, for the other services and for administrators. */
@Path("/api/v1/customers/{customerId}/agents")
public class EnrolledAgentsResource {
    private final EnrolledAgentsService service;

    EnrolledAgentsResource(EnrolledAgentsService service) {
        this.service = service;
    }

    @GET
    @Guarded(PermissionClass.DISASTER_RECOVERY)
    @RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public Uni<List<EnrolledAgentView>> list(@PathParam("customerId") String customerId) {
        return service.list(customerId);
    }
}
