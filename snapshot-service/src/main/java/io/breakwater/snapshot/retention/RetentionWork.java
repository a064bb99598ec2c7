package io.breakwater.snapshot.retention;

import io.breakwater.snapshot.schedule.RepeatedWork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Looks for snapshots over their grace time now and then. Every replica may do it. */
@Singleton
class RetentionWork {
    private final Vertx vertx;
    private final Retention retention;
    private final RetentionConfig config;
    private final Counter deleted;
    private RepeatedWork work;

    RetentionWork(Vertx vertx, Retention retention, RetentionConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.retention = retention;
        this.config = config;
        this.deleted = Counter.builder("breakwater.snapshot.deleted")
                .description("Snapshots deleted after their grace time")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        work = RepeatedWork.start(vertx, "Deleting old snapshots", config.cleanupInterval(), this::clean);
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private Uni<Void> clean() {
        return retention
                .deleteRetired()
                .invoke(count -> deleted.increment(count))
                .replaceWithVoid();
    }
}
