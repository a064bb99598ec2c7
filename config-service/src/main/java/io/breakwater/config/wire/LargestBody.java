package io.breakwater.config.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemRenderer;
import io.breakwater.platform.problem.ProblemResponses;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds the octets of request bodies before anything of them is read (I9): of one, and of all that are read at a time. Bodies that do not
 * tell their size are counted as the largest one and end when they get there. Only a tenant's document may be as large as {@code
 * quarkus.http.limits.max-body-size}. Safe for threads.
 */
@ApplicationScoped
class LargestBody {
    private static final int BEFORE_AUTHENTICATION = 900;
    private static final String DOCUMENT = "/configuration";

    private final RequestsConfig config;
    private final ProblemResponses problems;
    private final ObjectMapper json;
    private final AtomicLong reading = new AtomicLong();

    LargestBody(RequestsConfig config, ProblemResponses problems, ObjectMapper json) {
        this.config = config;
        this.problems = problems;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    /** Behind the server's own limit, which is the document's. */
    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(request -> {
            if (!isDocument(request)) {
                request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most(request));
            }
            request.next();
        });
    }

    private void check(RoutingContext request) {
        long length = length(request);
        long most = most(request);
        if (length > most) {
            refuse(request, Problem.PAYLOAD_TOO_LARGE, "A body has at most " + most + " octets here.");
        } else if (length == 0) {
            request.next();
        } else {
            read(request, length < 0 ? most : length);
        }
    }

    private void read(RoutingContext request, long octets) {
        if (reading.addAndGet(octets) > config.allBodies().asLongValue() && octets < reading.get()) {
            reading.addAndGet(-octets);
            refuse(
                    request,
                    Problem.TOO_MANY_REQUESTS,
                    "Too many octets of bodies are being read; send the request again in a moment.");
            return;
        }
        // at the end of the answer, or of the connection
        request.addEndHandler(ended -> reading.addAndGet(-octets));
        request.next();
    }

    /** The body is not read: the connection is of no use any more; HTTP/2 has no such header (RFC 9113, 8.2.2). */
    private void refuse(RoutingContext request, Problem problem, String detail) {
        ProblemRenderer.Rendered rendered = problems.rendered(request.normalizedPath(), problem, detail);
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (problem == Problem.TOO_MANY_REQUESTS) {
            request.response().putHeader("Retry-After", "1");
        }
        try {
            request.response()
                    .setStatusCode(rendered.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, rendered.contentType())
                    .end(Buffer.buffer(json.writeValueAsBytes(rendered.body())));
        } catch (JsonProcessingException e) {
            request.fail(e);
        }
    }

    private long most(RoutingContext request) {
        return isDocument(request)
                ? config.largestDocument().asLongValue()
                : config.largestBody().asLongValue();
    }

    private static boolean isDocument(RoutingContext request) {
        return request.normalizedPath().endsWith(DOCUMENT);
    }

    /** 0 when there is no body, -1 when it does not tell. What is no length the HTTP server refuses. */
    private static long length(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
        }
        boolean chunked = request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
        boolean stream = request.request().version() == HttpVersion.HTTP_2
                && !request.request().isEnded();
        return chunked || stream ? -1 : 0;
    }
}
