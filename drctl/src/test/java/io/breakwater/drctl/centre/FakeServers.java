package io.breakwater.drctl.centre;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A server on loopback that answers as it is told, in the place of the centre and of an agent. */
final class FakeServers implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> answers = new TreeMap<>();
    final List<String> requests = new ArrayList<>();

    FakeServers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        answers.put("POST /signin", "{\"access_token\":\"token\"}");
    }

    FakeServers answers(String request, String body) {
        answers.put(request, body);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        requests.add(request + (body.isEmpty() ? "" : " " + body));
        String answer = answers.get(request);
        byte[] octets = (answer == null ? "{\"detail\":\"no such thing\"}" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer == null ? 404 : 200, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Options that lead the program here. */
    Object[] options(Path directory, Object... before) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "s3cr3t&\n");
        List<Object> all = new ArrayList<>(List.of(before));
        String url = "http://127.0.0.1:" + port();
        all.addAll(List.of("--config-service", url, "--dr-controller", url, "--customer-id", "7", "--client-id", "me"));
        all.addAll(List.of("--client-secret-file", secret));
        return all.toArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
