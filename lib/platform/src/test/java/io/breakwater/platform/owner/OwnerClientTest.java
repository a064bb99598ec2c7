package io.breakwater.platform.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.contracts.event.EventKey;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I9: whatever an owner answers, it costs no more octets, entries and time than the limits say. */
class OwnerClientTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private Vertx vertx;
    private OwnerServer server;
    private OwnerClient client;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        server = new OwnerServer(vertx);
        client = client(Map.of());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsATablePartAfterPart() {
        server.answers(request -> table(request, 5));

        List<EventKey> all = all(client(Map.of("breakwater.owner.page-items", "2")));

        assertThat(all).extracting(EventKey::producer).containsExactly("p1", "p2", "p3", "p4", "p5");
        assertThat(server.asked()).containsExactly("/t?limit=2", "/t?limit=2&after=2", "/t?limit=2&after=4");
    }

    @Test
    void signsInOnceAndAgainWhenItsTokenIsRefused() {
        server.answers(request -> {
            boolean fresh = "Bearer token-2".equals(request.getHeader("Authorization"));
            request.response().setStatusCode(fresh ? 200 : 401).end("octets");
        });

        assertThat(client.read(Owner.DR_CONTROLLER, "a").await().atMost(SOON)).hasSize(6);
        client.read(Owner.CONFIG_SERVICE, "b").await().atMost(SOON);

        assertThat(server.signIns()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsEmptyAndAnythingElseAFailure() {
        assertThat(client.find(Owner.CONFIG_SERVICE, "a", EventKey.class)
                        .await()
                        .atMost(SOON))
                .isEmpty();
        server.answers(request -> request.response().setStatusCode(503).end());

        assertThatThrownBy(() -> client.find(Owner.CONFIG_SERVICE, "a", EventKey.class)
                        .await()
                        .atMost(SOON))
                .hasRootCauseMessage("config-service answered 503");
    }

    @Test
    void givesAnAnswerUpThatIsTooLargeThoughItNeverEnds() {
        server.answers(request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(1, id -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(id);
                } else {
                    request.response().write("x".repeat(1024));
                }
            });
        });

        assertThatThrownBy(() -> client(Map.of("breakwater.owner.answer-bytes", "8K"))
                        .read(Owner.CONFIG_SERVICE, "a")
                        .await()
                        .atMost(SOON))
                .hasRootCauseInstanceOf(OwnerTooLargeException.class)
                .hasMessageContaining("breakwater.owner.answer-bytes");
    }

    @Test
    void asksForFewerEntriesWhenAPartDoesNotFit() {
        server.answers(request -> table(request, 8));

        List<EventKey> all =
                all(client(Map.of("breakwater.owner.page-items", "8", "breakwater.owner.page-bytes", "100")));

        assertThat(all).hasSize(8);
        assertThat(server.asked()).startsWith("/t?limit=8", "/t?limit=4", "/t?limit=2", "/t?limit=2&after=2");
    }

    @Test
    void givesUpAnOwnerThatDoesNotAnswerInTime() {
        server.answers(request -> {});

        assertThatThrownBy(() -> client(Map.of("breakwater.config-service.read-timeout", "PT0.2S"))
                        .read(Owner.CONFIG_SERVICE, "a")
                        .await()
                        .atMost(SOON))
                .hasMessageContaining("config-service did not answer within PT0.2S");
    }

    @Test
    void aTableThatNeverEndsIsGivenUp() {
        server.answers(request -> {
            int after = after(request) + 1;
            request.response().end("{\"items\":[" + item(after) + "],\"next\":\"" + after + "\"}");
        });

        assertThatThrownBy(() -> all(client(Map.of("breakwater.owner.table-items", "50"))))
                .hasMessageContaining("breakwater.owner.table-items");
        assertThatThrownBy(() -> all(client(Map.of("breakwater.owner.table-bytes", "1K"))))
                .hasMessageContaining("breakwater.owner.table-bytes");
        server.answers("{\"items\":[" + item(1) + "],\"next\":\"1\"}");
        assertThatThrownBy(() -> all(client)).hasMessageContaining("its own next one");
        server.answers("{\"items\":[],\"next\":\"1\"}");
        assertThatThrownBy(() -> all(client)).hasMessageContaining("is empty");
    }

    @Test
    void oneEntryThatCannotBeReadDoesNotKeepTheOthersBack() {
        server.answers("{\"items\":[" + item(1) + ",{\"producer\":[]},{\"pem\":\"k\"}," + item(2) + "]}");
        List<EventKey> read = new ArrayList<>();

        OwnerTotals totals = client.each(
                        Owner.CONFIG_SERVICE,
                        "t",
                        EventKey.class,
                        part -> Uni.createFrom().voidItem().invoke(() -> read.addAll(part)))
                .await()
                .atMost(SOON);

        assertThat(totals).isEqualTo(new OwnerTotals(2, 2));
        assertThat(read).extracting(EventKey::producer).containsExactly("p1", "p2");
    }

    @Test
    void namesTheSettingWhenThereIsNothingToSignInWith() throws IOException {
        Files.delete(secret());

        assertThatThrownBy(() -> client.read(Owner.CONFIG_SERVICE, "a").await().atMost(SOON))
                .hasMessageContaining("breakwater.service-client.secret-file");
    }

    private List<EventKey> all(OwnerClient with) {
        return with.all(Owner.CONFIG_SERVICE, "t", EventKey.class).await().atMost(SOON);
    }

    private OwnerClient client(Map<String, String> settings) {
        try {
            Files.writeString(secret(), "secret\n");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, String> values = OwnerSettings.beside(server, secret().toString());
        values.putAll(settings);
        SmallRyeConfig config = OwnerSettings.of(values);
        return new OwnerClient(
                vertx,
                config.getConfigMapping(OwnerConfig.class),
                config.getConfigMapping(ConfigServiceConfig.class),
                config.getConfigMapping(DrControllerConfig.class),
                config.getConfigMapping(ServiceClientConfig.class));
    }

    private Path secret() {
        return directory.resolve("secret");
    }

    private static void table(HttpServerRequest request, int size) {
        int after = after(request);
        int last = Math.min(size, after + Integer.parseInt(request.getParam("limit")));
        String items = IntStream.rangeClosed(after + 1, last)
                .mapToObj(OwnerClientTest::item)
                .collect(Collectors.joining(","));
        String next = last < size ? ",\"next\":\"" + last + "\"" : "";
        request.response().end("{\"items\":[" + items + "]" + next + "}");
    }

    private static int after(HttpServerRequest request) {
        return request.getParam("after") == null ? 0 : Integer.parseInt(request.getParam("after"));
    }

    private static String item(int number) {
        return "{\"producer\":\"p" + number + "\",\"pem\":\"key\"}";
    }
}
