package io.breakwater.platform.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every request belongs to a trace: the one that it came with, or one that begins with it. */
public class TraceFilter {
    @ServerRequestFilter
    public void enter(ContainerRequestContext request) {
        Traces.enter(request.getHeaderString(TraceParent.HEADER));
    }
}
