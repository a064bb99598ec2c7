package io.breakwater.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves I9: more callers than a service can serve take neither its memory nor its time. */
@QuarkusTest
@TestProfile(OverloadTest.Small.class)
class OverloadTest {
    private static final int REQUESTS = 4;

    /** A service that does little at a time. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "breakwater.http.requests", Integer.toString(REQUESTS),
                    "breakwater.http.request-timeout", "PT6S",
                    "quarkus.http.limits.max-connections", "40");
        }
    }

    @TestHTTPResource("/slow")
    URI slow;

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @Inject
    SlowResource resource;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void letGo() {
        resource.answerAll();
    }

    @Test
    void whatIsMoreThanItCanWorkOnIsRefusedAtOnceAndLaterServedAgain() {
        List<CompletableFuture<HttpResponse<String>>> busy = ask(REQUESTS);
        await().until(() -> resource.waiting() == REQUESTS);

        HttpResponse<String> more = ask(1).get(0).join();
        assertThat(more.statusCode()).isEqualTo(503);
        assertThat(more.headers().firstValue("Retry-After")).contains("1");
        assertThat(more.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(more.body()).contains("\"code\":\"unavailable\"");

        resource.answerAll();
        assertThat(busy)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        List<CompletableFuture<HttpResponse<String>>> after = ask(REQUESTS);
        await().until(() -> resource.waiting() == REQUESTS);
        resource.answerAll();
        assertThat(after)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void anAnswerThatTakesTooLongIsGivenUpAndWhatComesLateDisturbsNobody() {
        List<HttpResponse<String>> answers =
                ask(REQUESTS).stream().map(CompletableFuture::join).toList();

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        });
        resource.answerAll();
        List<CompletableFuture<HttpResponse<String>>> after = ask(REQUESTS);
        await().until(() -> resource.waiting() == REQUESTS);
        resource.answerAll();
        assertThat(after)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void whatFailsAfterItsCallerWentAwayIsNoErrorInTheLog() throws IOException {
        List<String> said = new ArrayList<>();
        Handler ear = new Ear(said);
        Logger.getLogger("").addHandler(ear);
        try {
            List<Socket> callers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                Socket socket = new Socket(slow.getHost(), slow.getPort());
                socket.getOutputStream()
                        .write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                callers.add(socket);
            }
            await().until(() -> resource.waiting() == REQUESTS);
            for (Socket caller : callers) {
                caller.close();
            }
            // Their places are free again when the service has noticed
            List<CompletableFuture<HttpResponse<String>>> after = new ArrayList<>();
            await().until(() -> {
                after.addAll(ask(1));
                return resource.waiting() > REQUESTS;
            });
            resource.failAll();
            after.forEach(CompletableFuture::join);
            assertThat(said).noneMatch(line -> line.contains("Mutiny had to drop"));
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
    }

    @Test
    void healthIsToldWhileAFloodOfConnectionsAsksForEverything() {
        List<Socket> flood = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                flood.add(connectAndAsk());
            }
            HttpResponse<String> health = client.sendAsync(
                            HttpRequest.newBuilder(live)
                                    .timeout(Duration.ofSeconds(2))
                                    .build(),
                            BodyHandlers.ofString())
                    .join();
            assertThat(health.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new IllegalStateException("the flood cannot be made", e);
        } finally {
            flood.forEach(OverloadTest::close);
        }
        await().ignoreExceptions().until(() -> {
            CompletableFuture<HttpResponse<String>> answer = ask(1).get(0);
            await().until(() -> resource.waiting() > 0 || answer.isDone());
            resource.answerAll();
            return answer.join().statusCode() == 200;
        });
    }

    @Test
    void twoHostsAreRefused() throws IOException {
        try (Socket socket = new Socket(slow.getHost(), slow.getPort())) {
            socket.getOutputStream()
                    .write("GET /slow HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("one header Host");
        }
    }

    private List<CompletableFuture<HttpResponse<String>>> ask(int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> client.sendAsync(HttpRequest.newBuilder(slow).build(), BodyHandlers.ofString()))
                .toList();
    }

    private Socket connectAndAsk() throws IOException {
        Socket socket = new Socket(slow.getHost(), slow.getPort());
        try {
            socket.getOutputStream()
                    .write("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // refused by the limit of connections, as it should be
        }
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what is logged. */
    private static final class Ear extends Handler {
        private final List<String> said;

        Ear(List<String> said) {
            this.said = said;
        }

        @Override
        public synchronized void publish(LogRecord line) {
            said.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
