package io.breakwater.outbox.signal;

import io.breakwater.outbox.OutboxConfig;
import io.breakwater.platform.events.BackOff;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Opens listeners. Stateless. */
@Singleton
public class PostgresSignals {
    private final Pool pool;
    private final Vertx vertx;
    private final OutboxConfig config;

    PostgresSignals(Pool pool, Vertx vertx, OutboxConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.config = config;
    }

    /**
     * Listens until closed, on a pooled connection that it keeps, and on a new one after a back-off when that is lost.
     *
     * @param channel a lower-case identifier
     * @param onSignal called on a Vert.x thread with the payload of each NOTIFY, and with {@code ""} whenever listening starts: something
     *     may have been missed before
     */
    public PostgresListener listen(String channel, Consumer<String> onSignal) {
        BackOff backOff = new BackOff(config.initialBackOff(), config.maxBackOff());
        PostgresListener listener = new PostgresListener(pool, vertx, backOff, channel, onSignal);
        listener.open();
        return listener;
    }
}
