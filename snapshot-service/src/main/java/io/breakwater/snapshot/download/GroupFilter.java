package io.breakwater.snapshot.download;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemResponses;
import io.breakwater.platform.security.Caller;
import io.breakwater.platform.security.Roles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets an agent see its own group only (I8): another group's path answers as one that does not exist. */
public class GroupFilter {
    private static final String GROUP_ID = "groupId";

    private final CurrentIdentityAssociation identity;
    private final ProblemResponses responses;

    public GroupFilter(CurrentIdentityAssociation identity, ProblemResponses responses) {
        this.identity = identity;
        this.responses = responses;
    }

    @ServerRequestFilter
    public Uni<Response> stayInGroup(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String groupId = uri.getPathParameters().getFirst(GROUP_ID);
        if (groupId == null) {
            return Uni.createFrom().nullItem();
        }
        return identity.getDeferredIdentity().map(caller -> mayEnter(caller, groupId) ? null : hidden(uri));
    }

    private static boolean mayEnter(SecurityIdentity identity, String groupId) {
        return !identity.hasRole(Roles.AGENT)
                || Caller.of(identity)
                        .filter(agent -> groupId.equals(agent.groupId()))
                        .isPresent();
    }

    private Response hidden(UriInfo uri) {
        return responses.of(uri.getRequestUri().getPath(), Problem.NOT_FOUND, "There is no such group.", List.of());
    }
}
