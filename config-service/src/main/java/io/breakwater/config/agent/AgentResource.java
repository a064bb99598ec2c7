package io.breakwater.config.agent;

import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.Refusal;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The paths of agents: nobody creates one, and many may be deleted at once. */
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public abstract class AgentResource extends ObjectResource {
    private final AgentService<?, ?> service;

    AgentResource(AgentService<?, ?> service) {
        super(service);
        this.service = service;
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
