package io.breakwater.outbox.relay;

import io.breakwater.outbox.OutboxConfig;
import io.breakwater.platform.events.BackOff;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Hears PostgreSQL's NOTIFY at each commit with an event, on a pooled connection that it keeps. A lost connection is replaced after a
 * back-off; until then the relay's timer is enough. Confined to the context on which it was started.
 */
@Singleton
class CommitSignal {
    private static final Logger LOG = Logger.getLogger(CommitSignal.class);

    private final Pool pool;
    private final Vertx vertx;
    private final BackOff backOff;
    private PgConnection connection;
    private int failures;
    private boolean closed;

    CommitSignal(Pool pool, Vertx vertx, OutboxConfig config) {
        this.pool = pool;
        this.vertx = vertx;
        this.backOff = new BackOff(config.initialBackOff(), config.maxBackOff());
    }

    /** Calls that on each commit, and once whenever it starts to listen: something may have been missed before. */
    void listen(Runnable onCommit) {
        pool.getConnection()
                .chain(found -> listenOn(found, onCommit))
                .subscribe()
                .with(ignored -> onCommit.run(), failure -> again(failure, onCommit));
    }

    void close() {
        closed = true;
        if (connection != null) {
            connection.closeAndForget();
        }
    }

    private Uni<Void> listenOn(SqlConnection found, Runnable onCommit) {
        PgConnection pg = PgConnection.cast(found);
        pg.notificationHandler(notification -> onCommit.run());
        return pg.query("listen breakwater_outbox")
                .execute()
                .invoke(() -> established(pg, onCommit))
                .onFailure()
                .call(() -> pg.close())
                .replaceWithVoid();
    }

    private void established(PgConnection pg, Runnable onCommit) {
        failures = 0;
        connection = pg;
        pg.closeHandler(() -> again(null, onCommit));
    }

    private void again(Throwable failure, Runnable onCommit) {
        connection = null;
        if (closed) {
            return;
        }
        failures++;
        if (failures == 1) {
            LOG.infof(
                    "PostgreSQL does not tell of commits (%s); the outbox is polled until it does again",
                    failure == null ? "connection closed" : failure.getClass().getSimpleName());
        }
        vertx.setTimer(Math.max(1, backOff.after(failures).toMillis()), timer -> listen(onCommit));
    }
}
