package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.QueryFlag;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The paths of a resource whose objects exist already: list, read, update, delete. A subclass gives the path and the service. */
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public abstract class ObjectResource {
    /** Where the management API's first version lives for a tenant. */
    public static final String V1 = "/mgmtconfig/v1/admin/customers/{customerId}";

    /** Where its second version lives. */
    public static final String V2 = "/mgmtconfig/v2/admin/customers/{customerId}";

    private final ConfigObjectService<?> service;

    protected ObjectResource(ConfigObjectService<?> service) {
        this.service = service;
    }

    @GET
    public Uni<byte[]> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.listJson(TenantScope.of(customerId, query.microtenantId()), query);
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
    public Uni<Void> update(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        TenantScope scope = TenantScope.of(customerId, microtenantId, request);
        return service.update(scope, id, request, ReadState.of(ifMatch));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            @QueryParam("forceDelete") String force,
            @QueryParam("dryRun") String dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        TenantScope scope = TenantScope.of(customerId, microtenantId);
        return QueryFlag.read("dryRun", dryRun)
                ? service.tryDelete(scope, id, QueryFlag.read("forceDelete", force))
                : service.delete(scope, id, QueryFlag.read("forceDelete", force), ReadState.of(ifMatch));
    }
}
