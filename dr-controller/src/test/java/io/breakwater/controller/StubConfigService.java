package io.breakwater.controller;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

/** A config-service that owns what a test says, and the sign-in that the service under test asks it with. */
public final class StubConfigService implements QuarkusTestResourceLifecycleManager {
    private static final ConcurrentSkipListMap<Long, DrSettings> SETTINGS = new ConcurrentSkipListMap<>();
    private static final ConcurrentSkipListMap<String, AgentCredential> AGENTS = new ConcurrentSkipListMap<>();
    private static volatile boolean away;

    private HttpServer server;

    /** What it answers from now on about the tenant. */
    public static void owns(DrSettings settings) {
        SETTINGS.put(Long.valueOf(settings.customerId()), settings);
    }

    /** What it answers from now on about the agent. */
    public static void knows(AgentCredential agent) {
        AGENTS.put(agent.agentId(), agent);
    }

    public static void forgets(String agentId) {
        AGENTS.remove(agentId);
    }

    /** Whether it answers nothing but errors. */
    public static void isAway(boolean now) {
        away = now;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/signin",
                    exchange -> answer(
                            exchange,
                            200,
                            Map.of("access_token", "a.b.c", "token_type", "Bearer", "expires_in", "3600")));
            server.createContext("/api/v1/dr-settings", StubConfigService::settings);
            server.createContext("/api/v1/agents", StubConfigService::agents);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            Path secret = Files.writeString(Files.createTempFile("breakwater-service-client", ""), "any");
            return Map.of(
                    "breakwater.config-service.url",
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    "breakwater.service-client.secret-file",
                    secret.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the stub of config-service does not start", e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void settings(HttpExchange exchange) throws IOException {
        String after = query(exchange, "after");
        int limit = Integer.parseInt(query(exchange, "limit"));
        List<DrSettings> all = SETTINGS.tailMap(after == null ? 0L : Long.parseLong(after), false).values().stream()
                .limit(limit + 1L)
                .toList();
        List<DrSettings> items = all.subList(0, Math.min(limit, all.size()));
        String next = all.size() > limit ? items.get(limit - 1).customerId() : null;
        answer(exchange, 200, new OwnerPage<>(items, next));
    }

    private static void agents(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.length() > "/api/v1/agents/".length()) {
            AgentCredential one = AGENTS.get(path.substring("/api/v1/agents/".length()));
            answer(exchange, one == null ? 404 : 200, one == null ? Map.of() : one);
            return;
        }
        String after = query(exchange, "after");
        int limit = Integer.parseInt(query(exchange, "limit"));
        List<AgentCredential> all = AGENTS.tailMap(after == null ? "" : after, false).values().stream()
                .limit(limit + 1L)
                .toList();
        List<AgentCredential> items = all.subList(0, Math.min(limit, all.size()));
        String next = all.size() > limit ? items.get(limit - 1).agentId() : null;
        answer(exchange, 200, new OwnerPage<>(items, next));
    }

    private static String query(HttpExchange exchange, String name) {
        for (String part : exchange.getRequestURI().getQuery().split("&")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return null;
    }

    private static void answer(HttpExchange exchange, int status, Object content) throws IOException {
        byte[] octets = EventCodec.mapper().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 503 : status, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }
}
