package io.breakwater.config.versionprofile;

import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Chooses the version profile of a tenant. */
@Path(ObjectResource.V1 + "/versionProfiles")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.VERSION_PROFILES)
@Produces(JsonBody.CONTENT_TYPE)
public class VersionProfileChoiceResource {
    private final VersionProfileService service;

    VersionProfileChoiceResource(VersionProfileService service) {
        this.service = service;
    }

    /** With {@code removeOverrideFlag} all groups follow it. */
    @PUT
    @Path("/{id}")
    public Uni<Void> choose(@PathParam("customerId") String customerId, @PathParam("id") String id, byte[] body) {
        return service.choose(customerId, id, JsonBody.read(body));
    }
}
