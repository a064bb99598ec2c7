package io.breakwater.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses requests for what nothing here can be asked for, before anything else looks at them: with matrix parameters ({@code ;a=b}),
 * which would make one path look like another to whoever compares only its beginning, without a host (RFC 9112,
 * section 3.2), and with an escape that is none (RFC 3986, section 2.1).
 */
@Singleton
class RequestTargets {
    /** Above the limits of requests, which compare paths. */
    private static final int FIRST = 1_100;

    private static final int BEFORE_ALL = Integer.MIN_VALUE;
    private static final int BAD_REQUEST = 400;
    private static final String BAD_ESCAPE =
            "The address has a percent sign without two hexadecimal digits behind it; write the sign itself as %25.";

    private final ProblemResponses problems;
    private final ObjectMapper json;

    RequestTargets(ProblemResponses problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    /** The server's own look at a request may come first; its refusal would have no body. */
    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).failureHandler(this::failed);
    }

    private void failed(RoutingContext exchange) {
        if (exchange.statusCode() == BAD_REQUEST
                && !exchange.response().ended()
                && hasBadEscape(exchange.request().uri())) {
            refuse(exchange, BAD_ESCAPE);
        } else {
            exchange.next();
        }
    }

    private void check(RoutingContext exchange) {
        String path = exchange.request().path();
        if (exchange.request().authority() == null) {
            refuse(exchange, "The request must have a header Host.");
        } else if (path != null && path.indexOf(';') >= 0) {
            refuse(exchange, "The path must have no semicolon: there are no matrix parameters here.");
        } else if (hasBadEscape(exchange.request().uri())) {
            refuse(exchange, BAD_ESCAPE);
        } else {
            exchange.next();
        }
    }

    /** It would end the request without an answer that says why. */
    private static boolean hasBadEscape(String uri) {
        for (int at = uri.indexOf('%'); at >= 0; at = uri.indexOf('%', at + 1)) {
            if (at + 2 >= uri.length() || !isHex(uri.charAt(at + 1)) || !isHex(uri.charAt(at + 2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHex(char c) {
        return c < 128 && Character.digit(c, 16) >= 0;
    }

    private void refuse(RoutingContext exchange, String detail) {
        ProblemRenderer.Rendered problem =
                problems.rendered(exchange.normalizedPath(), Problem.INVALID_REQUEST, detail);
        try {
            exchange.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, problem.contentType())
                    .end(Buffer.buffer(json.writeValueAsBytes(problem.body())));
        } catch (JsonProcessingException e) {
            exchange.fail(e);
        }
    }
}
