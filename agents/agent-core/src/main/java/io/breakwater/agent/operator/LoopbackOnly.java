package io.breakwater.agent.operator;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/**
 * Keeps everybody but this machine out, even when the port is bound to more than loopback by mistake, and pages in a browser here that
 * give themselves a name of their own (DNS rebinding).
 */
@Provider
public class LoopbackOnly implements ContainerRequestFilter {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Context
    HttpServerRequest connection;

    @Override
    public void filter(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        if (!isLoopback(connection.remoteAddress()) || !NAMES.contains(asked.getHost())) {
            request.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .entity("the operator port is for this machine only\n")
                    .type("text/plain")
                    .build());
        }
    }

    private static boolean isLoopback(SocketAddress remote) {
        if (remote == null || remote.hostAddress() == null) {
            return false;
        }
        String host = remote.hostAddress();
        return host.startsWith("127.") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1");
    }
}
