package io.breakwater.config.wire;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses bodies of the management API that say that they are something else than JSON: they would be read as JSON all the same. Those
 * that say nothing are taken for JSON, and requests that have no body may say what they like, as ZPA's clients do.
 */
final class ContentTypeFilter {
    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final String MANAGEMENT = "/mgmtconfig/";

    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        MediaType type = mediaType(request);
        if (type != null
                && WITH_BODY.contains(request.getMethod())
                && request.getUriInfo().getPath().contains(MANAGEMENT)
                && hasBody(request)
                && !isJson(type)) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as JSON, with the header Content-Type: application/json.");
        }
    }

    private static MediaType mediaType(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type is none; send application/json.");
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        return request.getLength() > 0 || request.getHeaders().containsKey("Transfer-Encoding");
    }

    private static boolean isJson(MediaType type) {
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return type.getType().equalsIgnoreCase("application") && (subtype.equals("json") || subtype.endsWith("+json"));
    }
}
