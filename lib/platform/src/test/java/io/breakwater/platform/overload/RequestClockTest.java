package io.breakwater.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody holds a connection open by sending slowly (I9). On Vert.x as Quarkus uses it, with Netty's own way in. */
class RequestClockTest {
    private static final Duration HEADERS = Duration.ofMillis(700);
    private static final Duration BODY = Duration.ofMillis(1500);

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void listen() {
        NettyExtensions.enable();
        RequestClock.limits(HEADERS, BODY);
        vertx = Vertx.vertx();
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setHttp2ClearTextEnabled(false))
                .requestHandler(request -> {
                    if (request.path().equals("/late")) {
                        vertx.setTimer(
                                HEADERS.plus(BODY).toMillis(),
                                timer -> request.response().end("late"));
                    } else {
                        request.body().onSuccess(body -> request.response().end("got " + body.length()));
                    }
                })
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        RequestClock.limits(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    @Test
    void aConnectionWithoutARequestIsCutOff() throws IOException {
        assertThat(answer("")).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void headersThatTrickleAreCutOffAlthoughOctetsComeAllTheTime() throws IOException {
        long start = System.nanoTime();
        String answer = trickle("GET / HTTP/1.1\r\nHost: localhost\r\n", "X-Header: y\r\n");
        assertThat(answer).startsWith("HTTP/1.1 408 ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(HEADERS.multipliedBy(6));
    }

    @Test
    void aBodyThatTricklesIsCutOff() throws IOException {
        assertThat(trickle("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n", "x"))
                .isEmpty();
    }

    @Test
    void theAnswerMayTakeAsLongAsItTakes() throws IOException {
        assertThat(answer("GET /late HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .endsWith("late");
    }

    @Test
    void oneConnectionMayAskAgainAndAgain() throws IOException {
        String request = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";
        String last = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab";
        assertThat(answer(request + request + last)).contains("got 3").endsWith("got 2");
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return rest(socket);
        }
    }

    /** Sends a part again and again until the server has enough. */
    private static String trickle(String first, String part) throws IOException {
        try (Socket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            socket.setSoTimeout(50);
            StringBuilder answer = new StringBuilder();
            while (true) {
                try {
                    int octet = in.read();
                    if (octet < 0) {
                        return answer.toString();
                    }
                    answer.append((char) octet);
                } catch (SocketTimeoutException e) {
                    out.write(part.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return answer.toString();
                }
            }
        }
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static Socket socket() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.actualPort());
        socket.setSoTimeout(10_000);
        return socket;
    }
}
