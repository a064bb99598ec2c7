package io.breakwater.controller.timer;

import io.breakwater.controller.change.Change;
import io.breakwater.controller.change.ChangeKind;
import io.breakwater.controller.change.Changes;
import io.breakwater.controller.state.DrStateService;
import io.breakwater.outbox.FreshContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Sleeps until the earliest timer of any tenant. Its state is confined to one Vert.x context; the work itself is a transaction of
 * {@link DrStateService} that looks again whether the timer is due, so replicas that wake together do it once.
 */
@Singleton
class DueTimers {
    private static final Logger LOG = Logger.getLogger(DueTimers.class);
    private static final long SHORTEST_SLEEP_MILLIS = 5;

    private final Vertx vertx;
    private final DrStateService service;
    private final Changes changes;
    private final TimerConfig config;
    private final Clock clock;
    private Context context;
    private Runnable cancelHearing;
    private long sleep = -1;
    private Set<String> unfired = Set.of();
    private boolean working;
    private boolean again;
    private boolean stopped;

    DueTimers(Vertx vertx, DrStateService service, Changes changes, TimerConfig config, Clock clock) {
        this.vertx = vertx;
        this.service = service;
        this.changes = changes;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        context = vertx.getOrCreateContext();
        cancelHearing = changes.hear(this::heard);
        wake();
    }

    void stop(@Observes ShutdownEvent event) {
        cancelHearing.run();
        context.runOnContext(ignored -> stopped = true);
    }

    private void heard(Optional<Change> change) {
        if (change.isEmpty() || change.get().kind() == ChangeKind.STATE) {
            wake();
        }
    }

    private void wake() {
        context.runOnContext(ignored -> {
            if (working) {
                again = true;
            } else if (!stopped) {
                work();
            }
        });
    }

    private void work() {
        working = true;
        again = false;
        vertx.cancelTimer(sleep);
        FreshContext.run(vertx, () -> service.dueTimers(config.batchSize()))
                .chain(this::fire)
                .chain(left -> FreshContext.run(vertx, service::nextTimer)
                        .invoke(next -> context.runOnContext(ignored -> ended(left, next))))
                .subscribe()
                .with(ignored -> {}, failure -> context.runOnContext(again -> failed(failure)));
    }

    /** One tenant after the other: whose state cannot be read or written stays due and holds up nobody else (I8). Answers those. */
    private Uni<Set<String>> fire(List<String> customers) {
        Set<String> left = new TreeSet<>();
        return Multi.createFrom()
                .iterable(customers)
                .onItem()
                .transformToUniAndConcatenate(customer -> FreshContext.run(vertx, () -> service.onTimer(customer))
                        .onFailure()
                        .recoverWithUni(failure -> {
                            LOG.debugf(failure, "The timer of customer %s cannot fire now", customer);
                            left.add(customer);
                            return Uni.createFrom().voidItem();
                        }))
                .onItem()
                .ignoreAsUni()
                .replaceWith(left);
    }

    private void ended(Set<String> left, Optional<Instant> next) {
        if (!left.isEmpty() && !left.equals(unfired)) {
            LOG.warnf("Timers of %d customers cannot fire now and are tried again: %s", left.size(), left);
        }
        unfired = left;
        if (left.isEmpty()) {
            sleepUntil(next);
        } else {
            working = false;
            rest(again ? SHORTEST_SLEEP_MILLIS : config.retryAfter().toMillis());
        }
    }

    private void sleepUntil(Optional<Instant> next) {
        working = false;
        long most = config.pollInterval().toMillis();
        long millis = next.map(at -> Duration.between(clock.instant(), at).toMillis() + 1)
                .map(until -> Math.max(SHORTEST_SLEEP_MILLIS, Math.min(most, until)))
                .orElse(most);
        rest(again ? SHORTEST_SLEEP_MILLIS : millis);
    }

    private void failed(Throwable failure) {
        working = false;
        LOG.warnf(
                "Timers cannot be read or set now (%s); they are kept",
                failure.getClass().getSimpleName());
        rest(config.retryAfter().toMillis());
    }

    private void rest(long millis) {
        if (!stopped) {
            sleep = vertx.setTimer(millis, timer -> wake());
        }
    }
}
