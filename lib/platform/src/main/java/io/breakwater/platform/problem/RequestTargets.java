package io.breakwater.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Refuses requests for what nothing here can be asked for, before anything else looks at them: with matrix parameters ({@code ;a=b}),
 * which would make one path look like another to whoever compares only its beginning, without a host (RFC 9112,
 * section 3.2), and with an address that is none (RFC 3986): Quarkus would
 * refuse that itself, without a word, if {@link AddressChecks} did not keep it from it.
 */
@Singleton
class RequestTargets {
    /** Above the limits of requests, which compare paths. */
    private static final int FIRST = 1_100;

    private static final String NO_ADDRESS =
            "The address is none: write a percent sign as %25, and escape spaces, quotation marks, brackets and the like.";

    private final ProblemResponses problems;
    private final ObjectMapper json;

    RequestTargets(ProblemResponses problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext exchange) {
        String path = exchange.request().path();
        if (exchange.request().authority() == null) {
            refuse(exchange, "The request must have a header Host.");
        } else if (path != null && path.indexOf(';') >= 0) {
            refuse(exchange, "The path must have no semicolon: there are no matrix parameters here.");
        } else if (!isAddress(exchange.request().uri())) {
            refuse(exchange, NO_ADDRESS);
        } else {
            exchange.next();
        }
    }

    private static boolean isAddress(String uri) {
        try {
            new URI(uri);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void refuse(RoutingContext exchange, String detail) {
        // as it stands: to normalize what is no address fails
        String path = exchange.request().path();
        ProblemRenderer.Rendered problem = problems.rendered(path == null ? "" : path, Problem.INVALID_REQUEST, detail);
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
