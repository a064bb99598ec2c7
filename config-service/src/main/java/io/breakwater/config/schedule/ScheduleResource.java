package io.breakwater.config.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
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

/** The paths of a schedule: one object, always there. */
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public abstract class ScheduleResource {
    private final AgentScheduleService service;
    private final AgentKind kind;

    ScheduleResource(AgentScheduleService service, AgentKind kind) {
        this.service = service;
        this.kind = kind;
    }

    @GET
    public Uni<ObjectNode> get(@PathParam("customerId") String customerId) {
        return service.get(customerId, kind);
    }

    /** Always refused: there is one. */
    @POST
    @ResponseStatus(204)
    public Uni<Void> create(@PathParam("customerId") String customerId, byte[] body) {
        JsonBody.read(body);
        return service.refuseSecond(customerId, kind);
    }

    /** Of the whole tenant: not for those who belong to one microtenant. */
    @PUT
    @Path("/{id}")
    public Uni<Void> update(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        if (TenantScope.of(customerId, microtenantId).microtenantId() != TenantScope.DEFAULT_MICROTENANT) {
            throw new ProblemException(
                    Problem.FORBIDDEN, "A schedule is the whole tenant's: no microtenant changes it.");
        }
        return service.update(customerId, kind, id, JsonBody.read(body));
    }
}
