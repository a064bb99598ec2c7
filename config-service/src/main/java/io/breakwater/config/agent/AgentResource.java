package io.breakwater.config.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.QueryFlag;
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
            @QueryParam("dryRun") String dryRun,
            byte[] body) {
        TenantScope scope = TenantScope.of(customerId, microtenantId);
        List<String> ids = ids(JsonBody.read(body).path("ids"));
        return QueryFlag.read("dryRun", dryRun) ? service.tryDeleteAll(scope, ids) : service.deleteAll(scope, ids);
    }

    private static List<String> ids(JsonNode given) {
        if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
            throw Refusal.invalid("ids", "must be a list of ids");
        }
        if (given.size() > IdList.MOST) {
            throw Refusal.invalid("ids", "must have at most " + IdList.MOST + " entries");
        }
        List<String> ids = new ArrayList<>();
        given.forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
