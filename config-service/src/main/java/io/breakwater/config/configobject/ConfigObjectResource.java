package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * The paths that every resource of the management API has: list, create, read, update, delete, summary. A subclass gives the path and
 * the service.
 */
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public abstract class ConfigObjectResource {
    /** Where the management API's first version lives for a tenant. */
    public static final String V1 = "/mgmtconfig/v1/admin/customers/{customerId}";

    /** Where its second version lives. */
    public static final String V2 = "/mgmtconfig/v2/admin/customers/{customerId}";

    private final ConfigObjectService<?> service;

    protected ConfigObjectResource(ConfigObjectService<?> service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.list(TenantScope.of(customerId, query.microtenantId()), query);
    }

    @GET
    @Path("/summary")
    public Uni<Envelope<ObjectNode>> summary(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.summary(TenantScope.of(customerId, query.microtenantId()), query);
    }

    @POST
    @ResponseStatus(201)
    public Uni<ObjectNode> create(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return service.create(TenantScope.of(customerId, microtenantId), JsonBody.read(body));
    }

    @GET
    @Path("/{id}")
    public Uni<ObjectNode> get(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return service.get(TenantScope.of(customerId, microtenantId), id);
    }

    @PUT
    @Path("/{id}")
    public Uni<Void> update(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return service.update(TenantScope.of(customerId, microtenantId), id, JsonBody.read(body));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            @QueryParam("forceDelete") boolean force) {
        return service.delete(TenantScope.of(customerId, microtenantId), id, force);
    }
}
