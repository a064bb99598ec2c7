package io.breakwater.platform.security;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Looks at the file with the verification keys from time to time, on a worker thread, whether requests come or not. */
@Singleton
class KeyWatch {
    private static final Logger LOG = Logger.getLogger(KeyWatch.class);

    private final Vertx vertx;
    private final TokenVerifier verifier;
    private final KeyFile file;
    private final TokenVerificationConfig config;
    private long timer = -1;

    KeyWatch(Vertx vertx, TokenVerifier verifier, KeyFile file, TokenVerificationConfig config) {
        this.vertx = vertx;
        this.verifier = verifier;
        this.file = file;
        this.config = config;
    }

    void start(@Observes StartupEvent start) {
        if (file.path().isPresent()) {
            timer = vertx.setPeriodic(config.lookInterval().toMillis(), tick -> look());
        }
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        vertx.executeBlocking(
                        () -> {
                            verifier.look();
                            return null;
                        },
                        false)
                .onFailure(failure -> LOG.error("The verification keys could not be looked at", failure));
    }
}
