package io.breakwater.config.microtenant;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps a client whose token is bound to a microtenant inside of it (I8): its requests are about that one, and naming another one finds
 * nothing. Stateless.
 */
public class ConfinementFilter {
    private static final String KEY = "microtenantId";

    private final Confinement confinement;

    ConfinementFilter(Confinement confinement) {
        this.confinement = confinement;
    }

    @ServerRequestFilter(preMatching = true)
    public Uni<Void> confine(ContainerRequestContext request) {
        return confinement
                .current()
                .invoke(bound -> bound.ifPresent(microtenant -> confine(request, microtenant)))
                .replaceWithVoid();
    }

    /** Whatever spelling of the key a resource would take: the names of query keys are compared without their case. */
    private static void confine(ContainerRequestContext request, String microtenant) {
        StringBuilder query = new StringBuilder(KEY + "=" + encoded(microtenant));
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(KEY)) {
                values.forEach(value ->
                        query.append('&').append(encoded(name)).append('=').append(encoded(value)));
            } else if (values.stream()
                    .anyMatch(named -> !named.isBlank() && !named.trim().equals(microtenant))) {
                throw new ProblemException(Problem.NOT_FOUND, "There is no such microtenant.");
            }
        });
        request.setRequestUri(request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQuery(query.toString())
                .build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
