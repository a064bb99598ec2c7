package io.breakwater.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.breakwater.embedded.postgres.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server of one test's own: a POST to {@code /stop} at the address in the setting {@value #CONTROL} takes it away, one to
 * {@code /start} brings it back with its data. Controlled over HTTP because test and resource are in different class loaders.
 */
public final class StoppablePostgres implements QuarkusTestResourceLifecycleManager {
    static final String CONTROL = "breakwater.test.postgres.control";
    private static final String DATABASE = "stoppable";

    private Path directory;
    private EmbeddedPostgres postgres;
    private HttpServer control;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("breakwater-stoppable-postgres");
            postgres = EmbeddedPostgres.start(directory.resolve("data"), 0, List.of(DATABASE));
            control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        control.createContext("/", this::handle);
        control.start();
        return Map.of(
                "quarkus.datasource.jdbc.url",
                postgres.jdbcUrl(DATABASE),
                "quarkus.datasource.reactive.url",
                postgres.reactiveUrl(DATABASE),
                "quarkus.datasource.username",
                EmbeddedPostgres.USER,
                "quarkus.datasource.password",
                EmbeddedPostgres.DEFAULT_PASSWORD,
                CONTROL,
                "http://127.0.0.1:" + control.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/stop")) {
            postgres.close();
        } else {
            postgres = EmbeddedPostgres.start(directory.resolve("data"), postgres.port(), List.of());
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    @Override
    public void stop() {
        control.stop(0);
        postgres.close();
    }
}
