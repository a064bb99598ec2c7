package io.breakwater.outbox.signal;

import io.breakwater.platform.events.BackOff;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One open LISTEN. Its state is confined to one Vert.x context. */
public final class PostgresListener implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PostgresListener.class);

    private final Pool pool;
    private final Vertx vertx;
    private final Context context;
    private final BackOff backOff;
    private final String channel;
    private final Consumer<String> onSignal;
    private PgConnection connection;
    private int failures;
    private boolean closed;

    PostgresListener(Pool pool, Vertx vertx, BackOff backOff, String channel, Consumer<String> onSignal) {
        this.pool = pool;
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.backOff = backOff;
        this.channel = channel;
        this.onSignal = onSignal;
    }

    void open() {
        pool.getConnection()
                .chain(this::listenOn)
                .subscribe()
                .with(
                        pg -> context.runOnContext(ignored -> established(pg)),
                        failure -> context.runOnContext(ignored -> again(failure)));
    }

    @Override
    public void close() {
        context.runOnContext(ignored -> {
            closed = true;
            if (connection != null) {
                connection.closeAndForget();
            }
        });
    }

    private Uni<PgConnection> listenOn(SqlConnection found) {
        PgConnection pg = PgConnection.cast(found);
        pg.notificationHandler(notification -> onSignal.accept(notification.getPayload()));
        return pg.query("listen " + channel)
                .execute()
                .onFailure()
                .call(() -> pg.close())
                .replaceWith(pg);
    }

    private void established(PgConnection pg) {
        if (closed) {
            pg.closeAndForget();
            return;
        }
        failures = 0;
        connection = pg;
        pg.closeHandler(() -> context.runOnContext(ignored -> again(null)));
        onSignal.accept("");
    }

    private void again(Throwable failure) {
        connection = null;
        if (closed) {
            return;
        }
        failures++;
        if (failures == 1) {
            LOG.infof(
                    "PostgreSQL does not tell of %s (%s); it is polled until it does again",
                    channel,
                    failure == null ? "connection closed" : failure.getClass().getSimpleName());
        }
        vertx.setTimer(Math.max(1, backOff.after(failures).toMillis()), timer -> open());
    }
}
