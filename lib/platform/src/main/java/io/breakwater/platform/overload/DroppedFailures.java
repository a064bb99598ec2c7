package io.breakwater.platform.overload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * A request whose caller went away or that was answered in its stead is cancelled; what its work fails with afterwards nobody waits for.
 * Mutiny prints each as an error with its stack: here they are counted, and told at the level of debugging. Safe for threads.
 */
@Singleton
class DroppedFailures {
    private static final Logger LOG = Logger.getLogger(DroppedFailures.class);

    private final Counter dropped;

    DroppedFailures(MeterRegistry registry) {
        this.dropped = registry.counter("breakwater.dropped.failures");
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        Infrastructure.setDroppedExceptionHandler(this::drop);
    }

    private void drop(Throwable failure) {
        dropped.increment();
        LOG.debug("A failure of work that was cancelled", failure);
    }
}
