package io.breakwater.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.breakwater.benchmarks.report.Measured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private HttpLoad load;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            clients.add(exchange.getRemoteAddress());
            byte[] body = "hello".getBytes(StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            exchange.sendResponseHeaders(path.equals("/bad") ? 400 : 200, path.equals("/chunked") ? 0 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        load = new HttpLoad(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void countsEachAnswerAndKeepsItsConnections() throws Exception {
        Measured measured = load.run(number -> get("/"), 2, Duration.ofMillis(200));

        assertThat(measured.latencies().count()).isGreaterThanOrEqualTo(2).isEqualTo(calls.get());
        assertThat(measured.perSecond()).isPositive();
        assertThat(clients).hasSize(2);
    }

    @Test
    void anAnswerThatIsNoSuccessEndsTheRunWithWhatItSaid() {
        assertThatThrownBy(() -> load.run(number -> get("/bad"), 1, Duration.ofSeconds(5)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("400")
                .hasMessageContaining("hello");
    }

    @Test
    void tellsTheLengthOfAnAnswer() throws IOException {
        assertThat(load.once(get("/"))).isEqualTo(5);
        assertThat(load.once(get("/chunked"))).isEqualTo(5);
    }

    @Test
    void keepsAConnectionWhoseAnswersComeInChunks() throws Exception {
        Measured measured = load.run(number -> get("/chunked"), 1, Duration.ofSeconds(1));

        assertThat(measured.latencies().count()).isGreaterThan(1);
        assertThat(clients).hasSize(1);
    }

    private static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
