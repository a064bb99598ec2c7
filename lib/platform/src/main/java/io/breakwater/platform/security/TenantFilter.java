package io.breakwater.platform.security;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemResponses;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Compares the path parameter {@code customerId} with the token (I8). Another tenant's path answers as one that does not exist, and so
 * does what cannot be an id, before it comes near a database.
 * Requests without a token pass: whether an endpoint needs one is said by its annotation.
 */
public class TenantFilter {
    public static final String CUSTOMER_ID = "customerId";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CurrentIdentityAssociation identity;
    private final ProblemResponses responses;

    public TenantFilter(CurrentIdentityAssociation identity, ProblemResponses responses) {
        this.identity = identity;
        this.responses = responses;
    }

    @ServerRequestFilter
    public Uni<Response> stayInTenant(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String customerId = uri.getPathParameters().getFirst(CUSTOMER_ID);
        if (customerId == null) {
            return Uni.createFrom().nullItem();
        }
        if (!ID.matcher(customerId).matches()) {
            return Uni.createFrom().item(hidden(uri));
        }
        return identity.getDeferredIdentity()
                .map(Caller::of)
                .map(caller -> caller.map(c -> c.mayEnter(customerId)).orElse(true) ? null : hidden(uri));
    }

    private Response hidden(UriInfo uri) {
        return responses.of(uri.getRequestUri().getPath(), Problem.NOT_FOUND, "There is no such customer.", List.of());
    }
}
