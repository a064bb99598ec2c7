package io.breakwater.platform.overload;

import io.breakwater.platform.problem.EarlyProblems;
import io.breakwater.platform.problem.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many requests are worked on and how long each may take until its answer begins. Refusing costs next to nothing, so that an
 * overload ends when its callers stop. Safe for threads.
 */
@Singleton
class OverloadFilter {
    /** Above rate limit and authentication, below the check of the request itself. */
    private static final int FIRST = 1_050;

    private static final String BUSY = "The service works on as many requests as it can; ask again soon.";
    private static final String SLOW = "The answer took too long; ask again soon.";

    private final Vertx vertx;
    private final OverloadConfig config;
    private final EarlyProblems problems;
    private final AtomicInteger active = new AtomicInteger();
    private final Counter refused;
    private final Counter late;

    OverloadFilter(Vertx vertx, OverloadConfig config, EarlyProblems problems, MeterRegistry registry) {
        this.vertx = vertx;
        this.config = config;
        this.problems = problems;
        this.refused = registry.counter("breakwater.http.refused", "reason", "busy");
        this.late = registry.counter("breakwater.http.refused", "reason", "late");
        Gauge.builder("breakwater.http.active", active, AtomicInteger::get)
                .description("Requests that are worked on")
                .register(registry);
        RequestClock.limits(config.headersTimeout(), config.bodyTimeout());
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    private void enter(RoutingContext exchange) {
        if (exchange.queryParams().contains("wait")) {
            limit(exchange, config.waitingTimeout().toMillis(), () -> {});
        } else if (active.incrementAndGet() > config.requests()) {
            active.decrementAndGet();
            refused.increment();
            problems.answer(exchange, Problem.UNAVAILABLE, BUSY);
            return;
        } else {
            limit(exchange, config.requestTimeout().toMillis(), active::decrementAndGet);
        }
        exchange.next();
    }

    /** @param leave runs once: when the answer begins, or when the exchange ends without one */
    private void limit(RoutingContext exchange, long millis, Runnable leave) {
        AtomicBoolean left = new AtomicBoolean();
        long timer = vertx.setTimer(millis, id -> tooLate(exchange));
        Runnable once = () -> {
            if (left.compareAndSet(false, true)) {
                vertx.cancelTimer(timer);
                leave.run();
            }
        };
        exchange.addHeadersEndHandler(ignored -> once.run());
        exchange.addEndHandler(ignored -> once.run());
    }

    private void tooLate(RoutingContext exchange) {
        if (!exchange.response().headWritten() && !exchange.response().closed()) {
            late.increment();
            problems.answer(exchange, Problem.UNAVAILABLE, SLOW);
        }
    }
}
