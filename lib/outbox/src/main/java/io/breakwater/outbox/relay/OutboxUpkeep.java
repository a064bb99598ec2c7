package io.breakwater.outbox.relay;

import io.breakwater.outbox.OutboxConfig;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Counts what is unsent and deletes what is older than its retention, now and then. Every replica may do it. */
@Singleton
class OutboxUpkeep {
    private static final Logger LOG = Logger.getLogger(OutboxUpkeep.class);
    private static final long COUNT_MILLIS = 10_000;

    private final Vertx vertx;
    private final OutboxStore store;
    private final OutboxMeters meters;
    private final OutboxConfig config;

    OutboxUpkeep(Vertx vertx, OutboxStore store, OutboxMeters meters, OutboxConfig config) {
        this.vertx = vertx;
        this.store = store;
        this.meters = meters;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(COUNT_MILLIS, timer -> count());
        vertx.setPeriodic(config.cleanupInterval().toMillis(), timer -> clean());
    }

    private void count() {
        store.countUnsent()
                .subscribe()
                .with(meters::unsent, failure -> LOG.debugf(failure, "The outbox cannot be counted now"));
    }

    private void clean() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        store.deleteOlder(now.minus(config.retention()), now.minus(config.inboxRetention()))
                .subscribe()
                .with(ignored -> {}, failure -> LOG.warnf(failure, "The outbox cannot be cleaned now"));
    }
}
