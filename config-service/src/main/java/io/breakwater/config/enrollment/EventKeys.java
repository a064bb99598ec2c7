package io.breakwater.config.enrollment;

import io.breakwater.contracts.event.EventKey;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The keys of the producers that agents listen to. Read again from time to time on a worker thread, so that a new key needs no restart;
 * while the directory cannot be read, the ones that were read last count. Safe for threads.
 */
@Singleton
class EventKeys {
    private static final Logger LOG = Logger.getLogger(EventKeys.class);

    private final Vertx vertx;
    private final EnrollmentConfig config;
    private final Optional<Path> directory;
    private volatile List<EventKey> keys = List.of();
    private volatile boolean failed;
    private long timer = -1;

    EventKeys(
            Vertx vertx,
            EnrollmentConfig config,
            @ConfigProperty(name = "breakwater.events.trust-directory") Optional<Path> directory) {
        this.vertx = vertx;
        this.config = config;
        this.directory = directory;
    }

    void start(@Observes StartupEvent event) {
        if (directory.isPresent()) {
            look();
            timer = vertx.setPeriodic(config.eventKeysLookInterval().toMillis(), tick -> lookOnWorker());
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    List<EventKey> all() {
        return keys;
    }

    private void lookOnWorker() {
        vertx.executeBlocking(
                        () -> {
                            look();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.error("The keys of the producers could not be looked at", failure));
    }

    /** A look that fails is told once until one succeeds. */
    private void look() {
        try {
            keys = TrustedEventKeys.read(directory.orElseThrow(), config.eventKeyProducers());
            failed = false;
        } catch (IOException e) {
            if (!failed) {
                LOG.warnf(
                        "breakwater.events.trust-directory: %s cannot be read; agents that enrol get the keys read last",
                        directory.orElseThrow());
            }
            failed = true;
        }
    }
}
