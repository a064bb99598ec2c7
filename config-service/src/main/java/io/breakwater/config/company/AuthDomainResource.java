package io.breakwater.config.company;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The domains that a tenant's people are in. */
@Path(ObjectResource.V1 + "/authDomains")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.MICROTENANTS)
@Produces(JsonBody.CONTENT_TYPE)
public class AuthDomainResource {
    private final CompanyService service;

    AuthDomainResource(CompanyService service) {
        this.service = service;
    }

    @GET
    public Uni<ObjectNode> get(@PathParam("customerId") String customerId) {
        return service.authDomains(customerId);
    }
}
