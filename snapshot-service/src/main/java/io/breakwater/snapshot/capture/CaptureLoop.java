package io.breakwater.snapshot.capture;

import io.breakwater.snapshot.schedule.RepeatedWork;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** Serves waiting tenants one after the other, and now and then asks for those that have not been captured for a day. */
@Singleton
class CaptureLoop {
    private final Vertx vertx;
    private final CaptureService service;
    private final CaptureClaims claims;
    private final KeyChanges changes;
    private final CaptureMeters meters;
    private final CaptureConfig config;
    private List<RepeatedWork> works = List.of();

    CaptureLoop(
            Vertx vertx,
            CaptureService service,
            CaptureClaims claims,
            KeyChanges changes,
            CaptureMeters meters,
            CaptureConfig config) {
        this.vertx = vertx;
        this.service = service;
        this.claims = claims;
        this.changes = changes;
        this.meters = meters;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        works = List.of(
                RepeatedWork.start(vertx, "Capturing snapshots", config.tick(), this::serveDue),
                RepeatedWork.start(vertx, "Upkeep of captures", config.upkeep(), this::upkeep));
    }

    void stop(@Observes ShutdownEvent event) {
        works.forEach(RepeatedWork::stop);
    }

    private Uni<Void> serveDue() {
        return claims.due().chain(this::serve);
    }

    private Uni<Void> serve(List<String> customerIds) {
        return Multi.createFrom()
                .iterable(customerIds)
                .onItem()
                .transformToUniAndConcatenate(service::serve)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> upkeep() {
        return claims.requestDaily()
                .chain(changes::follow)
                .chain(claims::countAlarming)
                .invoke(meters::alarming)
                .replaceWithVoid();
    }
}
