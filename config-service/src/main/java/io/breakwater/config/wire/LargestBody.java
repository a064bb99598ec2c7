package io.breakwater.config.wire;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses requests that say that their body is larger than requests of the management API are, before anything of it is read. Only a
 * tenant's document may be as large as {@code quarkus.http.limits.max-body-size}, which also bounds bodies that do not tell their size.
 */
@ApplicationScoped
class LargestBody {
    private static final int BEFORE_AUTHENTICATION = 900;
    private static final int TOO_LARGE = 413;
    private static final String DOCUMENT = "/configuration";

    private final long most;

    LargestBody(RequestsConfig config) {
        this.most = config.largestBody().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext request) {
        if (length(request) > most && !request.normalizedPath().endsWith(DOCUMENT)) {
            // the body is not read: the connection is of no use any more; HTTP/2 has no such header (RFC 9113, 8.2.2)
            if (request.request().version() != HttpVersion.HTTP_2) {
                request.response().putHeader("Connection", "close");
            }
            request.fail(TOO_LARGE);
        } else {
            request.next();
        }
    }

    /** -1 for what is no length: the HTTP server refuses or counts it. */
    private static long length(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
    }
}
