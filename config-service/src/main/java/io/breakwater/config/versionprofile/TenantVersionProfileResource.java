package io.breakwater.config.versionprofile;

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

/** The version profile that the tenant's groups follow unless they say otherwise. */
@Path(ObjectResource.V1 + "/versionProfile")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.VERSION_PROFILES)
@Produces(JsonBody.CONTENT_TYPE)
public class TenantVersionProfileResource {
    private final VersionProfileService service;

    TenantVersionProfileResource(VersionProfileService service) {
        this.service = service;
    }

    @GET
    public Uni<ObjectNode> get(@PathParam("customerId") String customerId) {
        return service.ofTenant(customerId);
    }
}
