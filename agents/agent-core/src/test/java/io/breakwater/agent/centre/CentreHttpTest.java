package io.breakwater.agent.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.breakwater.agent.centre.CentreFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CentreHttpTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final CentreGate gate = new CentreGate();
    private final CentreHttp http = new CentreHttp(gate, Duration.ofSeconds(1));
    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/large", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (exchange) {
                exchange.getResponseBody().write(new byte[100_000]);
            }
        });
        server.createContext("/silent", exchange -> {
            requests.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.createContext("/half", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        never.countDown();
        http.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void nobodyThereIsUnreachable() {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThatThrownBy(() -> http.call(get("http://127.0.0.1:" + port), LIMIT))
                .satisfies(is(Kind.UNREACHABLE));
    }

    @Test
    void aSilentServerIsUnreachableAfterTheLimit() {
        assertThatThrownBy(() -> http.call(get("/silent"), Duration.ofMillis(100)))
                .satisfies(is(Kind.UNREACHABLE));
    }

    @Test
    void aBodyThatStopsHalfWayIsUnreachableAfterTheLimit() {
        assertThatThrownBy(() -> http.call(get("/half"), Duration.ofMillis(200)))
                .satisfies(is(Kind.UNREACHABLE));
    }

    @Test
    void aBodyLargerThanAllowedIsNotRead() {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();

        assertThatThrownBy(() -> http.download(get("/large"), sink, 50_000, LIMIT))
                .satisfies(is(Kind.UNREADABLE));
        assertThat(sink.size()).isLessThanOrEqualTo(50_000);
    }

    @Test
    void aClosedGateLetsNothingThroughAndAnOpenOneDoesAgain() throws Exception {
        gate.close();
        assertThatThrownBy(() -> http.call(get("/large"), LIMIT)).satisfies(is(Kind.CUT_OFF));

        gate.open();
        assertThat(http.call(get("/large"), LIMIT).status()).isEqualTo(200);
    }

    @Test
    void closingTheGateEndsACallOnTheWayAtOnce() {
        CompletableFuture<Object> call = CompletableFuture.supplyAsync(() -> {
            try {
                return http.call(get("/silent"), Duration.ofMinutes(1));
            } catch (CentreFailure e) {
                return e.kind();
            }
        });
        await().until(() -> requests.get() == 1);

        gate.close();

        assertThat(call).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Kind.CUT_OFF);
    }

    @Test
    void anInterruptedCallEndsAtOnce() throws Exception {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                outcome.complete(http.call(get("/silent"), Duration.ofMinutes(1)));
            } catch (CentreFailure e) {
                outcome.complete(e.kind());
            }
        });
        caller.start();
        await().until(() -> requests.get() == 1);

        caller.interrupt();

        assertThat(outcome.get(5, TimeUnit.SECONDS)).isEqualTo(Kind.CUT_OFF);
    }

    private static Consumer<Throwable> is(Kind kind) {
        return failure -> assertThat(((CentreFailure) failure).kind()).isEqualTo(kind);
    }

    private HttpRequest get(String path) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .build();
    }
}
