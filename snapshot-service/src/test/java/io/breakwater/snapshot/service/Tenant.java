package io.breakwater.snapshot.service;

import static io.restassured.RestAssured.given;

import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.tokens.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;

/** A tenant of one test: what config-service and dr-controller would say of it, and what its administrator sees. */
public final class Tenant {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public final String id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 50, 1L << 55));
    public final String group = Views.connectorGroup(id);
    final String ordinaryGroup = Views.ordinaryGroup(id);
    final String edgeGroup = Views.edgeGroup(id);

    private final KafkaEvents kafka;

    public Tenant(KafkaEvents kafka) {
        this.kafka = kafka;
    }

    public static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(20));
    }

    /** config-service shows that from now on. */
    public void shows(DrView view) {
        try {
            control("views", EventCodec.mapper().writeValueAsString(view));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** config-service shows it, and has told of it. */
    void changesTo(DrView view) {
        shows(view);
        tells(view.revision());
    }

    void tells(long revision) {
        kafka.send(EventEnvelope.of(
                "/config-service",
                id,
                Instant.now(),
                new ConfigChanged(id, revision, "applicationSegment", "501", "UPDATED", Instant.now())));
    }

    void configServiceGoesDown() {
        control("down", "");
    }

    void configServiceComesBack() {
        control("up", "");
    }

    public int readsOfTheView() {
        return Integer.parseInt(control("reads", ""));
    }

    /** dr-controller is in a mode, has the record that says so, and tells of it. */
    void isInMode(String mode, long sequence) {
        DrStateChanged state = DrStates.of(id, mode, sequence);
        owns(state);
        hears(state);
    }

    /** dr-controller's own table says that from now on. */
    void owns(DrStateChanged state) {
        try {
            control("states", EventCodec.mapper().writeValueAsString(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bus says that, whoever put it there. */
    void hears(DrStateChanged state) {
        kafka.send(event(state));
    }

    EventEnvelope<DrStateChanged> event(DrStateChanged state) {
        return EventEnvelope.of("/dr-controller", id, Instant.now(), state);
    }

    /** Waits until the service knows the tenant's settings and what dr-controller says, as it does by itself when it runs longer. */
    void isKnown() {
        as(TestTokens.operator()).post("/api/v1/resync").then().statusCode(200);
    }

    /** Waits until the service knows the mode. */
    void awaitMode(String mode) {
        await().until(() -> as(TestTokens.admin(id)).get(path("snapshots")).path("mode"), mode::equals);
    }

    public RequestSpecification asAdmin() {
        return as(TestTokens.admin(id));
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public String path(String rest) {
        return "/api/v1/customers/" + id + "/" + rest;
    }

    String indexPath(String groupId) {
        return path("groups/" + groupId + "/snapshots");
    }

    Response indexResponse(String groupId) {
        return asAdmin().get(indexPath(groupId));
    }

    /** The group's index, after its signature was verified. */
    SnapshotIndex index(String groupId) {
        Response response = indexResponse(groupId);
        response.then().statusCode(200);
        return parse(verified(response), SnapshotIndex.class);
    }

    /** Waits for an index with that sequence or a later one. */
    public SnapshotIndex awaitIndex(String groupId, long sequence) {
        await().until(() -> {
            Response response = indexResponse(groupId);
            return response.statusCode() == 200 && response.jsonPath().getLong("sequence") >= sequence;
        });
        return index(groupId);
    }

    String lastOutcome() {
        return asAdmin().get(path("snapshots")).path("outcome");
    }

    int capturedRevision() {
        return asAdmin().get(path("snapshots")).path("capturedRevision");
    }

    static byte[] verified(Response response) {
        byte[] octets = response.asByteArray();
        DocumentSignature signature = DocumentSignature.parse(response.header(DocumentSignature.HEADER));
        if (!signature.verifies(octets, publicKey())) {
            throw new AssertionError("the signature does not fit");
        }
        return octets;
    }

    static PublicKey publicKey() {
        String file = ConfigProvider.getConfig().getValue("breakwater.snapshot.signing-public-key-file", String.class);
        try {
            return DocumentSignature.publicKey(Files.readString(Path.of(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T parse(byte[] octets, Class<T> type) {
        try {
            return EventCodec.mapper().readValue(octets, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String control(String what, String body) {
        String url = ConfigProvider.getConfig().getValue("breakwater.config-service.url", String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/control/" + what + "/" + id))
                .PUT(BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
