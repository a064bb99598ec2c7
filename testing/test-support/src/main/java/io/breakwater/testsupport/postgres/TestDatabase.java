package io.breakwater.testsupport.postgres;

import io.breakwater.embedded.postgres.EmbeddedPostgres;
import io.breakwater.testsupport.SharedServers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One database on the JVM's PostgreSQL server. */
public record TestDatabase(int port, String name) {
    private static final String SERVER = "breakwater.test.postgres";

    /** A new, empty database, on a server that is started when there is none yet. */
    public static TestDatabase create() {
        int port = Integer.parseInt(SharedServers.known(SERVER, TestDatabase::startServer));
        TestDatabase database =
                new TestDatabase(port, "t" + UUID.randomUUID().toString().replace("-", ""));
        TestDatabase administration = new TestDatabase(port, "postgres");
        try (Connection connection = administration.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database.name());
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
    }

    /** Without fsync: a test's rows need not survive the machine. */
    private static String startServer(Path directory) {
        EmbeddedPostgres.Options options = new EmbeddedPostgres.Options(
                directory.resolve("data"), 0, EmbeddedPostgres.DEFAULT_PASSWORD, Map.of("fsync", "off"));
        return Integer.toString(EmbeddedPostgres.start(options, List.of()).port());
    }

    /** The database that {@link PostgresResource} gave to the running application. */
    public static TestDatabase ofApplication(String name) {
        return new TestDatabase(Integer.getInteger(SERVER), name);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), EmbeddedPostgres.USER, EmbeddedPostgres.DEFAULT_PASSWORD);
    }

    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + name;
    }
}
