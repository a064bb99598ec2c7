package io.breakwater.outbox.relay;

import io.breakwater.outbox.OutboxConfig;
import io.breakwater.outbox.signal.PostgresListener;
import io.breakwater.outbox.signal.PostgresSignals;
import io.breakwater.platform.events.BackOff;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Runs batches as long as there is something to send, then sleeps until a commit or the timer wakes it. All its state is confined to
 * one Vert.x context; at most one batch runs at a time.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private static final String CHANNEL = "breakwater_outbox";

    private final Vertx vertx;
    private final RelayBatch batch;
    private final PostgresSignals signals;
    private final OutboxConfig config;
    private final BackOff backOff;
    private Context context;
    private PostgresListener listener;
    private boolean running;
    private boolean wokenMeanwhile;
    private boolean stopped;
    private int failures;

    OutboxRelay(Vertx vertx, RelayBatch batch, PostgresSignals signals, OutboxConfig config) {
        this.vertx = vertx;
        this.batch = batch;
        this.signals = signals;
        this.config = config;
        this.backOff = new BackOff(config.initialBackOff(), config.maxBackOff());
    }

    void start(@Observes StartupEvent event) {
        if (!config.relay()) {
            return;
        }
        context = vertx.getOrCreateContext();
        context.runOnContext(ignored -> {
            listener = signals.listen(CHANNEL, payload -> wake());
            vertx.setPeriodic(config.pollInterval().toMillis(), timer -> wake());
        });
    }

    void stop(@Observes ShutdownEvent event) {
        if (context != null) {
            context.runOnContext(ignored -> {
                stopped = true;
                listener.close();
            });
        }
    }

    private void wake() {
        context.runOnContext(ignored -> {
            if (running) {
                wokenMeanwhile = true;
            } else if (!stopped && failures == 0) {
                run();
            }
        });
    }

    private void run() {
        running = true;
        wokenMeanwhile = false;
        Uni.createFrom()
                .deferred(batch::run)
                .subscribe()
                .with(
                        more -> context.runOnContext(ignored -> ended(more)),
                        failure -> context.runOnContext(ignored -> failed(failure)));
    }

    private void ended(boolean more) {
        running = false;
        failures = 0;
        if (!stopped && (more || wokenMeanwhile)) {
            run();
        }
    }

    private void failed(Throwable failure) {
        failures++;
        if (failures == 1) {
            LOG.warnf(failure, "The outbox cannot be read; its events are kept and sent when it can");
        }
        vertx.setTimer(Math.max(1, backOff.after(failures).toMillis()), timer -> {
            running = false;
            if (!stopped) {
                run();
            }
        });
    }
}
