package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Moving, sharing and weighing an application segment. */
@Path(ObjectResource.V1 + "/application")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.APPLICATIONS)
@Produces(JsonBody.CONTENT_TYPE)
public class ApplicationPlacementResource {
    private final ApplicationPlacement placement;

    ApplicationPlacementResource(ApplicationPlacement placement) {
        this.placement = placement;
    }

    @POST
    @Path("/{id}/move")
    @ResponseStatus(204)
    public Uni<Void> move(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return placement.move(TenantScope.of(customerId, microtenantId), id, JsonBody.read(body));
    }

    @PUT
    @Path("/{id}/share")
    public Uni<Void> share(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return placement.share(TenantScope.of(customerId, microtenantId), id, JsonBody.read(body));
    }

    @GET
    @Path("/{id}/weightedLbConfig")
    public Uni<ObjectNode> weights(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return placement.weights(TenantScope.of(customerId, microtenantId), id);
    }

    @PUT
    @Path("/{id}/weightedLbConfig")
    public Uni<Void> updateWeights(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return placement.updateWeights(TenantScope.of(customerId, microtenantId), id, JsonBody.read(body));
    }
}
