package io.breakwater.watcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * config-service and dr-controller, in the test's hands: {@code PUT /control/dr-settings/<id>} and {@code PUT /control/dr-states/<id>}
 * give what they own. Controlled over HTTP because the test and this server are in different class loaders.
 */
public class OwnerResource implements QuarkusTestResourceLifecycleManager {
    private final Map<String, Map<String, String>> tables =
            Map.of("dr-settings", new ConcurrentHashMap<>(), "dr-states", new ConcurrentHashMap<>());
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Path secret = Files.writeString(Files.createTempFile("breakwater-watcher-secret", ".txt"), "secret");
            secret.toFile().deleteOnExit();
            server.setExecutor(Executors.newFixedThreadPool(2));
            server.createContext("/", this::handle);
            server.start();
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            return Map.of(
                    "breakwater.config-service.url",
                    url,
                    "breakwater.dr-controller.url",
                    url,
                    "breakwater.service-client.secret-file",
                    secret.toString(),
                    "breakwater.resync.every",
                    "PT0.5S",
                    "breakwater.resync.gap",
                    "PT0.05S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path[1].equals("control")) {
            tables.get(path[2]).put(path[3], body);
            answer(exchange, "");
        } else if (path[1].equals("signin")) {
            answer(exchange, "{\"access_token\":\"t\",\"expires_in\":\"600\"}");
        } else {
            answer(
                    exchange,
                    "{\"items\":[" + String.join(",", tables.get(path[3]).values()) + "]}");
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, octets.length == 0 ? -1 : octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
