package io.breakwater.config.drstate;

import io.breakwater.outbox.FreshContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Judges evidence again when its time comes: an activation begins and ends here by this service's own clock (I4). */
@Singleton
class StateClock {
    private static final Logger LOG = Logger.getLogger(StateClock.class);
    private static final int MOST = 200;

    private final Vertx vertx;
    private final DrStateConfig config;
    private final DrStateService service;
    private volatile long timer = -1;
    private volatile boolean failed;

    StateClock(Vertx vertx, DrStateConfig config, DrStateService service) {
        this.vertx = vertx;
        this.config = config;
        this.service = service;
    }

    void start(@Observes StartupEvent event) {
        next();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void next() {
        timer = vertx.setTimer(config.lookInterval().toMillis(), fired -> look());
    }

    private void look() {
        FreshContext.run(vertx, () -> service.due(MOST))
                .chain(this::judgeAll)
                .subscribe()
                .with(done -> ended(null), this::ended);
    }

    private Uni<Void> judgeAll(List<Long> customers) {
        return Multi.createFrom()
                .iterable(customers)
                .onItem()
                .transformToUniAndConcatenate(customer -> FreshContext.run(vertx, () -> service.judgeByClock(customer)))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** What fails is told once until it goes well. */
    private void ended(Throwable failure) {
        if (failure != null && !failed) {
            LOG.warnf("Evidence whose time has come could not be judged again: %s", failure);
        }
        failed = failure != null;
        next();
    }
}
