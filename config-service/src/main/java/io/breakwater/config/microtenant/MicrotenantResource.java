package io.breakwater.config.microtenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.configobject.CustomerScope;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Microtenants. The query key {@code microtenantId}, which the Python client sends here too, means nothing (zpa-api 2.7). */
@Path(ConfigObjectResource.V1 + "/microtenants")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.MICROTENANTS)
@Produces(JsonBody.CONTENT_TYPE)
public class MicrotenantResource {
    private final MicrotenantService service;

    MicrotenantResource(MicrotenantService service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(
            @PathParam("customerId") String customerId,
            @QueryParam("includeRoles") String includeRoles,
            @BeanParam ListQuery query) {
        Uni<Envelope<ObjectNode>> page = service.list(scope(customerId), query);
        return "true".equalsIgnoreCase(includeRoles) ? page.invoke(MicrotenantService::putRoles) : page;
    }

    /** Ids and names, as a bare list. */
    @GET
    @Path("/summary")
    public Uni<List<ObjectNode>> summary(@PathParam("customerId") String customerId) {
        return service.summaries(scope(customerId));
    }

    @POST
    @Path("/search")
    @ResponseStatus(200)
    @Guarded(value = PermissionClass.MICROTENANTS, readOnly = true)
    public Uni<Envelope<ObjectNode>> search(@PathParam("customerId") String customerId, byte[] body) {
        return service.search(scope(customerId), JsonBody.read(body));
    }

    @POST
    @ResponseStatus(201)
    public Uni<ObjectNode> create(@PathParam("customerId") String customerId, byte[] body) {
        return service.create(scope(customerId), JsonBody.read(body));
    }

    @GET
    @Path("/{id}")
    public Uni<RestResponse<byte[]>> get(@PathParam("customerId") String customerId, @PathParam("id") String id) {
        return service.read(scope(customerId), id).map(ReadState::tagged);
    }

    @PUT
    @Path("/{id}")
    public Uni<Void> update(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        return service.update(scope(customerId), id, JsonBody.read(body), ReadState.of(ifMatch));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("dryRun") String dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return QueryFlag.read("dryRun", dryRun)
                ? service.tryDelete(scope(customerId), id, false)
                : service.delete(scope(customerId), id, false, ReadState.of(ifMatch));
    }

    private static CustomerScope scope(String customerId) {
        return new CustomerScope(TenantScope.tenant(customerId));
    }
}
