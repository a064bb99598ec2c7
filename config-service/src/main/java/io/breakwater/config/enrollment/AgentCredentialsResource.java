package io.breakwater.config.enrollment;

import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.OwnerPages;
import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Enrolled agents of all tenants and the keys by which their word is known, for the services that verify what agents say. */
@Path("/api/v1/agents")
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
public class AgentCredentialsResource {
    private final AgentCredentials credentials;

    AgentCredentialsResource(AgentCredentials credentials) {
        this.credentials = credentials;
    }

    @GET
    public Uni<OwnerPage<AgentCredential>> list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return credentials.page(OwnerPages.of(after, limit));
    }

    @GET
    @Path("/{agentId}")
    public Uni<AgentCredential> get(@PathParam("agentId") String agentId) {
        return credentials
                .find(Ids.parse(agentId).orElseThrow(() -> ProblemException.notFound("agent")))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("agent"));
    }
}
