package io.breakwater.outbox.pool;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The pool as Quarkus configures it, with the bounds that Quarkus has no settings for: Vert.x lets any amount of work wait for a
 * connection, and PostgreSQL lets a statement run for ever. Called once.
 */
@Singleton
class BoundedPool implements PgPoolCreator {
    private static final String STATEMENT_TIMEOUT = "statement_timeout";

    private final PoolConfig config;

    BoundedPool(PoolConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        List<PgConnectOptions> servers = input.pgConnectOptionsList();
        servers.forEach(this::limitStatements);
        PoolOptions options = new PoolOptions(input.poolOptions())
                .setMaxWaitQueueSize(config.queue())
                .setConnectionTimeout(Math.toIntExact(config.connectionTimeout().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(List.<SqlConnectOptions>copyOf(servers))
                .using(input.vertx())
                .build();
    }

    private void limitStatements(PgConnectOptions server) {
        Map<String, String> properties = new HashMap<>(server.getProperties());
        properties.putIfAbsent(
                STATEMENT_TIMEOUT, Long.toString(config.statementTimeout().toMillis()));
        server.setProperties(properties);
    }
}
