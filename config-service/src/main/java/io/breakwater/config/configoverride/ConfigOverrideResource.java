package io.breakwater.config.configoverride;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.configobject.ReadState;
import io.breakwater.config.configobject.TenantScope;
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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Configuration overrides. Other than elsewhere a change answers with the object, a new one with 200, and none is deleted. */
@Path(ObjectResource.V1 + "/configOverrides")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.COMPANY_SETTINGS)
@Produces(JsonBody.CONTENT_TYPE)
public class ConfigOverrideResource {
    private final ConfigOverrideService service;

    ConfigOverrideResource(ConfigOverrideService service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.list(TenantScope.of(customerId, query.microtenantId()), query);
    }

    @POST
    @ResponseStatus(200)
    public Uni<ObjectNode> create(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        return service.create(TenantScope.of(customerId, microtenantId, request), request);
    }

    @GET
    @Path("/{id}")
    public Uni<RestResponse<byte[]>> get(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return service.read(TenantScope.of(customerId, microtenantId), id).map(ReadState::tagged);
    }

    @PUT
    @Path("/{id}")
    public Uni<ObjectNode> update(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        TenantScope scope = TenantScope.of(customerId, microtenantId, request);
        return service.update(scope, id, request, ReadState.of(ifMatch)).chain(() -> service.get(scope, id));
    }
}
