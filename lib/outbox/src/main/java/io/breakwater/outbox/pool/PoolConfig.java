package io.breakwater.outbox.pool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who waits for a connection to PostgreSQL. How many there are: quarkus.datasource.reactive.max-size. */
@ConfigMapping(prefix = "breakwater.database")
public interface PoolConfig {
    /** How much work may wait for a connection; what comes on top fails at once, as if the database were away. */
    @WithDefault("512")
    int queue();

    /** How long work waits for a connection. */
    @WithDefault("PT10S")
    Duration connectionTimeout();

    /** After this time PostgreSQL ends a statement. */
    @WithDefault("PT30S")
    Duration statementTimeout();
}
