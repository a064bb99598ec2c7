package io.breakwater.config.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.Refusal;
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
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The paths of agents: as other resources, but nobody creates one. */
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public abstract class AgentResource {
    private final AgentService<?, ?> service;

    AgentResource(AgentService<?, ?> service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.list(TenantScope.of(customerId, query.microtenantId()), query);
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
            @QueryParam("microtenantId") String microtenantId) {
        return service.delete(TenantScope.of(customerId, microtenantId), id, false);
    }

    @POST
    @Path("/bulkDelete")
    @ResponseStatus(200)
    public Uni<Void> bulkDelete(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        List<String> ids = new ArrayList<>();
        JsonBody.read(body).path("ids").forEach(id -> ids.add(id.asText()));
        if (ids.size() > IdList.MOST) {
            throw Refusal.invalid("ids", "must have at most " + IdList.MOST + " entries");
        }
        return service.deleteAll(TenantScope.of(customerId, microtenantId), ids);
    }
}
