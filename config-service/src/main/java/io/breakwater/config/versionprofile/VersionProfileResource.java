package io.breakwater.config.versionprofile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The version profiles that there are. */
@Path(ObjectResource.V1 + "/visible/versionProfiles")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.VERSION_PROFILES)
@Produces(JsonBody.CONTENT_TYPE)
public class VersionProfileResource {
    private final VersionProfileService service;

    VersionProfileResource(VersionProfileService service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.list(customerId, query);
    }

    /** The profiles are the same for everybody: what a request says of one is checked, and nothing of it is kept. */
    @PUT
    @Path("/{id}")
    public Uni<Void> update(@PathParam("customerId") String customerId, @PathParam("id") String id, byte[] body) {
        return service.touch(customerId, id, JsonBody.read(body));
    }
}
