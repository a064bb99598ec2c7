package io.breakwater.controller.live;

import static io.breakwater.testsupport.records.Records.signedOn;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.controller.RealServers;
import io.breakwater.controller.TestTenant;
import io.breakwater.testsupport.tokens.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class LiveIT {
    @TestHTTPResource("/")
    URI root;

    @Test
    void aPageIsToldTheStateAtFirstAndEachChangeOfItAfterwards() throws IOException, InterruptedException {
        try (TestTenant tenant = TestTenant.withKey()) {
            List<String> lines = new CopyOnWriteArrayList<>();
            Stream<String> stream = open(tenant);
            readAll(stream, lines);
            awaitLine(lines, "\"state\":\"NORMAL\"");
            awaitLine(lines, "event:history");
            awaitLine(lines, "event:convergence");

            tenant.observe(signedOn(TestTenant.KEY, tenant.domain, tenant.now - 30, tenant.now + 3600));

            awaitLine(lines, "\"state\":\"ACTIVE\"");
            Awaitility.await()
                    .atMost(TestTenant.PATIENCE)
                    .untilAsserted(() -> assertThat(lines)
                            .filteredOn(line -> line.startsWith("event:history"))
                            .hasSizeGreaterThan(1));
            stream.close();
        }
    }

    @Test
    @DisplayName("a stream begins with an event and has no line that an event stream does not know")
    void thereIsNoStrayLine() throws IOException, InterruptedException {
        try (TestTenant tenant = TestTenant.withKey()) {
            List<String> lines = new CopyOnWriteArrayList<>();
            Stream<String> stream = open(tenant);
            readAll(stream, lines);
            awaitLine(lines, "event:convergence");
            awaitLine(lines, ":alive");
            stream.close();

            assertThat(lines.get(0)).startsWith("event:");
            assertThat(lines)
                    .allMatch(line -> line.isEmpty()
                            || line.equals("closed")
                            || line.startsWith(":")
                            || line.startsWith("event:")
                            || line.startsWith("data:"));
        }
    }

    private Stream<String> open(TestTenant tenant) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(tenant.path("/events")))
                .header("Authorization", "Bearer " + TestTokens.admin(tenant.id))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    /** Until the test closes the stream. */
    private static void readAll(Stream<String> stream, List<String> lines) {
        Thread reader = new Thread(() -> {
            try {
                stream.forEach(lines::add);
            } catch (UncheckedIOException closed) {
                lines.add("closed");
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    private static void awaitLine(List<String> lines, String part) {
        Awaitility.await()
                .atMost(TestTenant.PATIENCE)
                .untilAsserted(() -> assertThat(lines).anyMatch(line -> line.contains(part)));
    }
}
