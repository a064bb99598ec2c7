package io.breakwater.testsupport.postgres;

import io.breakwater.embedded.postgres.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A new, empty database for a Quarkus test. Sets the JDBC and the reactive URL of the default datasource and its credentials; the
 * database's name is the setting {@value #DATABASE}.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    public static final String DATABASE = "breakwater.test.postgres.database";

    @Override
    public Map<String, String> start() {
        TestDatabase database = TestDatabase.create();
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.reactive.url",
                database.reactiveUrl(),
                "quarkus.datasource.username",
                EmbeddedPostgres.USER,
                "quarkus.datasource.password",
                EmbeddedPostgres.DEFAULT_PASSWORD,
                "quarkus.datasource.devservices.enabled",
                "false",
                DATABASE,
                database.name());
    }

    /** The server is shared: it ends with the JVM. */
    @Override
    public void stop() {}
}
