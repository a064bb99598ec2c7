package io.breakwater.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Refuses requests for what nothing here can be asked for, before anything else looks at them: with matrix parameters ({@code ;a=b}),
 * which would make one path look like another to whoever compares only its beginning, without a host or with several (RFC 9112,
 * section 3.2), and with an address that is none (RFC 3986): Quarkus would refuse that itself, without a word, if {@link AddressChecks}
 * did not keep it from it.
 */
@Singleton
class RequestTargets {
    /** Above the limits of requests, which compare paths. */
    private static final int FIRST = 1_100;

    private static final String NO_ADDRESS =
            "The address is none: write a percent sign as %25, and escape spaces, quotation marks, brackets and the like.";

    private final EarlyProblems problems;

    RequestTargets(EarlyProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext exchange) {
        String path = exchange.request().path();
        if (exchange.request().authority() == null) {
            refuse(exchange, "The request must have a header Host.");
        } else if (exchange.request().headers().getAll(HttpHeaders.HOST).size() > 1) {
            refuse(exchange, "The request must have one header Host, not several.");
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
        problems.answer(exchange, Problem.INVALID_REQUEST, detail);
    }
}
