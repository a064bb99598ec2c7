package io.breakwater.config.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every path of the management API answers with the prefix {@code /zpa} too, which the clients of the newer generation keep. */
final class ZpaPrefixFilter {
    private static final String PREFIX = "/zpa";

    @ServerRequestFilter(preMatching = true)
    public void withoutPrefix(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        if (path.startsWith(PREFIX + "/mgmtconfig/")) {
            request.setRequestUri(UriBuilder.fromUri(uri)
                    .replacePath(path.substring(PREFIX.length()))
                    .build());
        }
    }
}
