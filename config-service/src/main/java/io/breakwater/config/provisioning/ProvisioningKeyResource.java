package io.breakwater.config.provisioning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.configobject.ReadState;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.QueryFlag;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Provisioning keys, under the type of the group that they enrol into. */
@Guarded(PermissionClass.PROVISIONING_KEYS)
@Path(ConfigObjectResource.V1 + "/associationType/{type}")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public class ProvisioningKeyResource {
    private final ProvisioningKeyService service;

    ProvisioningKeyResource(ProvisioningKeyService service) {
        this.service = service;
    }

    @GET
    @Path("/provisioningKey")
    public Uni<Envelope<ObjectNode>> list(
            @PathParam("customerId") String customerId, @PathParam("type") String type, @BeanParam ListQuery query) {
        return service.list(scope(customerId, type, query.microtenantId()), query);
    }

    /** Answers 200, unlike the other resources. */
    @POST
    @Path("/provisioningKey")
    public Uni<ObjectNode> create(
            @PathParam("customerId") String customerId,
            @PathParam("type") String type,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        return service.create(scope(customerId, type, microtenantId, request), request);
    }

    @GET
    @Path("/provisioningKey/{id}")
    public Uni<RestResponse<byte[]>> get(
            @PathParam("customerId") String customerId,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return service.read(scope(customerId, type, microtenantId), id).map(ReadState::tagged);
    }

    @PUT
    @Path("/provisioningKey/{id}")
    public Uni<Void> update(
            @PathParam("customerId") String customerId,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        KeyScope scope = scope(customerId, type, microtenantId, request);
        return service.update(scope, id, request, ReadState.of(ifMatch));
    }

    @DELETE
    @Path("/provisioningKey/{id}")
    public Uni<Void> delete(
            @PathParam("customerId") String customerId,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            @QueryParam("dryRun") String dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        KeyScope scope = scope(customerId, type, microtenantId);
        return QueryFlag.read("dryRun", dryRun)
                ? service.tryDelete(scope, id, false)
                : service.delete(scope, id, false, ReadState.of(ifMatch));
    }

    @GET
    @Path("/zcomponent/{componentId}/provisioningKey")
    public Uni<List<ObjectNode>> ofGroup(
            @PathParam("customerId") String customerId,
            @PathParam("type") String type,
            @PathParam("componentId") String componentId,
            @QueryParam("microtenantId") String microtenantId) {
        return service.ofGroup(scope(customerId, type, microtenantId), componentId);
    }

    private static KeyScope scope(String customerId, String type, String microtenantId, ObjectNode body) {
        return new KeyScope(TenantScope.of(customerId, microtenantId, body), AssociationType.of(type));
    }

    private static KeyScope scope(String customerId, String type, String microtenantId) {
        return new KeyScope(TenantScope.of(customerId, microtenantId), AssociationType.of(type));
    }
}
