package io.breakwater.config.assertion;

import io.breakwater.outbox.FreshContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Has assertions that are over forgotten from time to time. */
@Singleton
class AssertionSweep {
    private static final Logger LOG = Logger.getLogger(AssertionSweep.class);

    private final Vertx vertx;
    private final AssertionConfig config;
    private final UsedAssertions assertions;
    private volatile long timer = -1;

    AssertionSweep(Vertx vertx, AssertionConfig config, UsedAssertions assertions) {
        this.vertx = vertx;
        this.config = config;
        this.assertions = assertions;
    }

    void start(@Observes StartupEvent event) {
        next();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void next() {
        timer = vertx.setTimer(config.sweepInterval().toMillis(), fired -> sweep());
    }

    private void sweep() {
        FreshContext.run(vertx, assertions::forgetOver).subscribe().with(forgotten -> next(), failure -> {
            LOG.warnf("Assertions that are over could not be forgotten: %s", failure);
            next();
        });
    }
}
