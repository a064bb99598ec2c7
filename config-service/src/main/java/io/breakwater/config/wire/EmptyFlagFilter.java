package io.breakwater.config.wire;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses {@code ?dryRun} without a value. A resource gets it as if it were absent, and would do what its caller only wanted to try.
 */
final class EmptyFlagFilter {
    private static final Set<String> METHODS = Set.of(HttpMethod.DELETE, HttpMethod.POST);
    private static final List<String> FLAGS = List.of("dryRun", "forceDelete");

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        if (!METHODS.contains(request.getMethod())) {
            return;
        }
        for (String flag : FLAGS) {
            List<String> values = request.getUriInfo().getQueryParameters().get(flag);
            if (values != null && values.stream().anyMatch(String::isBlank)) {
                throw Refusal.invalid(flag, "must be true or false");
            }
        }
    }
}
