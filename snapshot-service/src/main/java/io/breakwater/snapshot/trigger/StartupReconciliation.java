package io.breakwater.snapshot.trigger;

import io.breakwater.snapshot.schedule.RepeatedWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Reconciles once when the service starts, as soon as config-service answers. */
@Singleton
class StartupReconciliation {
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final Reconciliation reconciliation;
    private RepeatedWork work;

    StartupReconciliation(Vertx vertx, Reconciliation reconciliation) {
        this.vertx = vertx;
        this.reconciliation = reconciliation;
    }

    void start(@Observes StartupEvent event) {
        work = RepeatedWork.startUntilDone(vertx, "Asking config-service for its tenants", AGAIN, reconciliation::run);
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }
}
