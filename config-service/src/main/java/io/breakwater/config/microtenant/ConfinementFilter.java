package io.breakwater.config.microtenant;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Claims;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps a client whose token is bound to a microtenant inside of it (I8): its requests are about that one, and naming another one finds
 * nothing. Stateless.
 */
public class ConfinementFilter {
    private static final String KEY = "microtenantId";

    private final CurrentIdentityAssociation callers;

    ConfinementFilter(CurrentIdentityAssociation callers) {
        this.callers = callers;
    }

    @ServerRequestFilter(preMatching = true)
    public Uni<Void> confine(ContainerRequestContext request) {
        return callers.getDeferredIdentity()
                .map(ConfinementFilter::confinement)
                // a token that is none: the endpoint refuses it
                .onFailure()
                .recoverWithItem(Optional.empty())
                .invoke(bound -> bound.ifPresent(microtenant -> confine(request, microtenant)))
                .replaceWithVoid();
    }

    private static Optional<String> confinement(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(Claims.MICROTENANT_ID)).map(Object::toString)
                : Optional.empty();
    }

    private static void confine(ContainerRequestContext request, String microtenant) {
        String named = request.getUriInfo().getQueryParameters().getFirst(KEY);
        if (named != null && !named.isBlank() && !named.trim().equals(microtenant)) {
            throw new ProblemException(Problem.NOT_FOUND, "There is no such microtenant.");
        }
        request.setRequestUri(request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQueryParam(KEY, microtenant)
                .build());
    }
}
