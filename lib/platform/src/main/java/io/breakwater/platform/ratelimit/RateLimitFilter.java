package io.breakwater.platform.ratelimit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemRenderer;
import io.breakwater.platform.problem.ProblemResponses;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Stands before everything else that looks at a request. The source is the request's remote address: behind a proxy the one that Quarkus
 * finds by its own settings, {@code quarkus.http.proxy.*}. Runs on the event loop, keeps nothing but counts.
 *
 * <p>{@code Retry-After} is always the whole window and some seconds, with an {@code s} behind the number as ZPA writes it (zpa-api 2.10):
 * its Python client tries five times and gives up when it is told to wait for less than the window lasts; its own clients take the
 * {@code s} and are what the limit is for. Clients that do not find a number have {@code X-RateLimit-Reset}, which is one.
 */
@Singleton
class RateLimitFilter {
    /** Above Quarkus' own filters, among them that of authentication. */
    private static final int FIRST = 1_000;

    private static final Duration SPARE = Duration.ofSeconds(3);

    private final RateLimitConfig config;
    private final ProblemResponses problems;
    private final ObjectMapper json;
    private final MeterRegistry registry;
    private final RateLimits limits;
    private final List<String> paths;
    private final String retryAfter;

    RateLimitFilter(RateLimitConfig config, ProblemResponses problems, ObjectMapper json, MeterRegistry registry) {
        this.config = config;
        this.problems = problems;
        this.json = json;
        this.registry = registry;
        this.limits = new RateLimits(config, TimeMeter.SYSTEM_NANOTIME);
        this.paths = config.paths().orElse(List.of());
        this.retryAfter = config.window().plus(SPARE).plusNanos(999_999_999).toSeconds() + "s";
    }

    void register(@Observes Filters filters) {
        if (config.enabled() && !paths.isEmpty()) {
            filters.register(this::limit, FIRST);
        }
    }

    private void limit(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (paths.stream().noneMatch(path::startsWith)) {
            exchange.next();
            return;
        }
        HttpServerRequest request = exchange.request();
        boolean read = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        Verdict verdict = limits.ask(address(request.remoteAddress()), read);
        tell(exchange.response(), verdict);
        if (verdict.allowed()) {
            exchange.next();
        } else {
            count(read);
            refuse(exchange, path, verdict);
        }
    }

    private void tell(HttpServerResponse response, Verdict verdict) {
        long window = Math.max(1, config.window().toSeconds());
        response.putHeader("x-ratelimit-limit", verdict.limit() + ", " + verdict.limit() + ";w=" + window)
                .putHeader("x-ratelimit-remaining", Long.toString(verdict.remaining()))
                .putHeader("x-ratelimit-reset", Long.toString(verdict.resetSeconds()));
    }

    private void refuse(RoutingContext exchange, String path, Verdict verdict) {
        String detail = verdict.limit() + " such requests in " + config.window().toMillis()
                + " ms are allowed from one address; wait as the header Retry-After says.";
        ProblemRenderer.Rendered problem = problems.rendered(path, Problem.TOO_MANY_REQUESTS, detail);
        try {
            Buffer body = Buffer.buffer(json.writeValueAsBytes(problem.body()));
            exchange.response()
                    .setStatusCode(problem.status())
                    .putHeader(HttpHeaders.RETRY_AFTER, retryAfter)
                    .putHeader(HttpHeaders.CONTENT_TYPE, problem.contentType())
                    .end(body);
        } catch (JsonProcessingException e) {
            exchange.fail(e);
        }
    }

    private void count(boolean read) {
        registry.counter("breakwater.ratelimit.refused", "kind", read ? "read" : "write")
                .increment();
    }

    /** A Unix socket has none: its callers are one. */
    private static String address(SocketAddress remote) {
        if (remote == null) {
            return "";
        }
        return remote.hostAddress() == null ? String.valueOf(remote.host()) : remote.hostAddress();
    }
}
