package io.breakwater.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers requests that never reach Jakarta REST with a problem of the catalogue. Stateless. */
@Singleton
public class EarlyProblems {
    private final ProblemResponses problems;
    private final ObjectMapper json;

    EarlyProblems(ProblemResponses problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** @param detail for people; repeats nothing of the request */
    public void answer(RoutingContext exchange, Problem problem, String detail) {
        // as it stands: to normalize what is no address fails
        String path =
                exchange.request().path() == null ? "" : exchange.request().path();
        ProblemRenderer.Rendered rendered = problems.rendered(path, problem, detail);
        HttpServerResponse response = exchange.response()
                .setStatusCode(rendered.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, rendered.contentType());
        if (problem == Problem.UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, problems.retryAfter(path));
        }
        try {
            response.end(Buffer.buffer(json.writeValueAsBytes(rendered.body())));
        } catch (JsonProcessingException e) {
            exchange.fail(e);
        }
    }
}
