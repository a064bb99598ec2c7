package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The paths of a resource that clients create: those of every resource, and creation and summary. */
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public abstract class ConfigObjectResource extends ObjectResource {
    private final ConfigObjectService<?> service;

    protected ConfigObjectResource(ConfigObjectService<?> service) {
        super(service);
        this.service = service;
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
        ObjectNode request = JsonBody.read(body);
        return service.create(TenantScope.of(customerId, microtenantId, request), request);
    }
}
