package io.breakwater.embedded.postgres;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.embedded.process.FreePorts;
import io.breakwater.embedded.process.ServerStartException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.Driver;

/**
 * A PostgreSQL server of our own on the loopback interface. Its data directory survives it: a later start on the same directory finds
 * the same databases, after a kill too. Safe for threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String USER = "postgres";
    public static final String DEFAULT_PASSWORD = "postgres";
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    private final Options options;
    private final ChildProcess server;

    /**
     * @param dataDirectory made when it is not there
     * @param port 0 for a free one
     * @param password of the user {@value #USER}; it counts when the directory is made
     * @param settings server settings, for example {@code fsync=off}
     * @param log what the server writes is appended here
     */
    public record Options(Path dataDirectory, int port, String password, Map<String, String> settings, Path log) {
        public Options {
            dataDirectory = dataDirectory.toAbsolutePath();
            log = log.toAbsolutePath();
            settings = Map.copyOf(settings);
        }

        /** With the log beside the data directory. */
        public Options(Path dataDirectory, int port, String password, Map<String, String> settings) {
            this(dataDirectory, port, password, settings, dataDirectory.resolveSibling("postgres.log"));
        }

        private Options withFixedPort() {
            return new Options(dataDirectory, FreePorts.orFree(port), password, settings, log);
        }
    }

    private EmbeddedPostgres(Options options, ChildProcess server) {
        this.options = options;
        this.server = server;
    }

    /** Starts a server with the default password and settings and makes those databases that are not there yet. */
    public static EmbeddedPostgres start(Path dataDirectory, int port, List<String> databases) {
        return start(new Options(dataDirectory, port, DEFAULT_PASSWORD, Map.of()), databases);
    }

    /**
     * Starts a server, waits until it answers and makes those databases that are not there yet.
     *
     * @throws ServerStartException when it does not answer; the message holds the end of its log
     */
    public static EmbeddedPostgres start(Options wanted, List<String> databases) {
        Options options = wanted.withFixedPort();
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(options, launch(options));
            postgres.prepare(databases);
            return postgres;
        } catch (IOException e) {
            throw new ServerStartException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** A server that cannot be made ready is not left running. */
    private void prepare(List<String> databases) {
        try {
            awaitAnswer();
            databases.forEach(this::createDatabase);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private static ChildProcess launch(Options options) throws IOException {
        Path data = options.dataDirectory();
        Path home = PostgresBinaries.unpacked();
        Path log = options.log();
        Cluster.prepare(home, options);
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/postgres").toString(), "-D", data.toString()));
        setting(command, "port", Integer.toString(options.port()));
        setting(command, "listen_addresses", "127.0.0.1");
        setting(command, "unix_socket_directories", "");
        setting(command, "max_connections", "200");
        setting(command, "shared_buffers", "64MB");
        options.settings().forEach((name, value) -> setting(command, name, value));
        return ChildProcess.start(new ChildProcess.Spec(
                "postgres",
                Unprivileged.command(command, data),
                data,
                log,
                Map.of("LC_ALL", "C"),
                "INT", // fast shutdown: does not wait for its clients
                Duration.ofSeconds(10)));
    }

    private static void setting(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            try (Connection connection = connect("postgres");
                    Statement statement = connection.createStatement()) {
                statement.execute("select 1");
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new ServerStartException("PostgreSQL did not start: " + server.logTail(), e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
            }
        }
    }

    /** Makes a database unless it is there. */
    public void createDatabase(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(name + " is no plain database name");
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean there = statement
                    .executeQuery("select 1 from pg_database where datname = '" + name + "'")
                    .next();
            if (!there) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new ServerStartException("the database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    /** A plain JDBC connection, for looking into a database from outside. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", options.password());
        properties.setProperty("loginTimeout", "5"); // another program may sit on the port and say nothing
        // A port that somebody else listens on accepts and never answers.
        properties.setProperty("loginTimeout", "5");
        return new Driver().connect(jdbcUrl(database), properties);
    }

    public int port() {
        return options.port();
    }

    public String password() {
        return options.password();
    }

    public String jdbcUrl(String database) {
        return "jdbc:" + reactiveUrl(database);
    }

    /** The URL form that the reactive PostgreSQL client takes. */
    public String reactiveUrl(String database) {
        return "postgresql://127.0.0.1:" + options.port() + "/" + database;
    }

    /** The server process, for tests that kill it. */
    public ChildProcess process() {
        return server;
    }

    /** Stops the server (fast shutdown) and waits until it is gone. */
    @Override
    public void close() {
        server.stop();
    }
}
