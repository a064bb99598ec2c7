package io.breakwater.snapshot.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.breakwater.contracts.event.EventCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * config-service's and dr-controller's side of the contract, in the test's hands: {@code PUT /control/states/<id>} gives a tenant's state, {@code PUT /control/views/<id>} gives a tenant's view, {@code PUT
 * /control/down/<id>} lets its view answer 503 until {@code PUT /control/up/<id>}, {@code GET /control/reads/<id>} counts the reads.
 * Controlled over HTTP because the test and this server are in different class loaders.
 */
final class ConfigServer implements AutoCloseable {
    static final String SECRET = "a secret of a test";
    private static final String TOKEN = "token-of-the-snapshot-service";

    private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

    private final HttpServer server;
    private final Map<String, byte[]> views = new ConcurrentHashMap<>();
    private final Map<String, byte[]> states = new ConcurrentHashMap<>();
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    ConfigServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.startsWith("/control/views/")) {
            views.put(last, body);
            answer(exchange, 204, "");
        } else if (path.startsWith("/control/states/")) {
            states.put(last, body);
            answer(exchange, 204, "");
        } else if (path.startsWith("/control/down/")) {
            down.add(last);
            answer(exchange, 204, "");
        } else if (path.startsWith("/control/up/")) {
            down.remove(last);
            answer(exchange, 204, "");
        } else if (path.startsWith("/control/reads/")) {
            answer(exchange, 200, Integer.toString(reads.getOrDefault(last, 0)));
        } else if (path.equals("/signin")) {
            signIn(exchange, new String(body, StandardCharsets.UTF_8));
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (path.equals("/api/v1/customers")) {
            answer(exchange, 200, customers());
        } else if (path.equals("/api/v1/dr-settings")) {
            answer(exchange, 200, items(views, "drSettings"));
        } else if (path.equals("/api/v1/dr-states")) {
            answer(exchange, 200, items(states, null));
        } else {
            view(exchange, path.split("/")[4]);
        }
    }

    private void signIn(HttpExchange exchange, String form) throws IOException {
        boolean right = form.contains("client_id=snapshot-service")
                && form.replace('+', ' ').contains("client_secret=" + SECRET);
        answer(
                exchange,
                right ? 200 : 401,
                right ? "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":\"600\"}" : "{}");
    }

    private void view(HttpExchange exchange, String customerId) throws IOException {
        reads.merge(customerId, 1, Integer::sum);
        byte[] view = views.get(customerId);
        if (down.contains(customerId)) {
            answer(exchange, 503, "{}");
        } else if (view == null) {
            answer(exchange, 404, "{}");
        } else {
            answer(exchange, 200, new String(view, StandardCharsets.UTF_8));
        }
    }

    /** All of them in one part: fewer than may be asked for. */
    private static String items(Map<String, byte[]> of, String field) throws IOException {
        ObjectMapper mapper = EventCodec.mapper();
        ObjectNode page = mapper.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (byte[] octets : of.values()) {
            JsonNode one = mapper.readTree(octets);
            items.add(field == null ? one : one.get(field));
        }
        return page.toString();
    }

    private String customers() {
        return views.keySet().stream()
                .map(id -> "{\"customerId\":\"" + id + "\",\"name\":\"Example\",\"revision\":" + revision(id) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String revision(String customerId) {
        Matcher revision = REVISION.matcher(new String(views.get(customerId), StandardCharsets.UTF_8));
        return revision.find() ? revision.group(1) : "0";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, octets.length == 0 ? -1 : octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
