package io.breakwater.snapshot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import io.breakwater.contracts.snapshot.SnapshotManifest;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.tokens.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ETags, the long poll, ranges and digests. */
@RunningService
class DownloadIT {
    private KafkaEvents kafka;
    private Tenant tenant;

    @BeforeEach
    void aTenantWithASnapshot() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
        tenant.shows(Views.of(tenant.id, 1));
        tenant.asAdmin().post(tenant.path("snapshots")).then().statusCode(200);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void theIndexHasItsDigestAsTagAndIsNotSentTwice() {
        Response first = tenant.indexResponse(tenant.group);
        String digest = DocumentSignature.sha256(first.asByteArray());

        first.then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", '"' + digest + '"')
                .header("Repr-Digest", reprDigest(first.asByteArray()));
        Response second =
                tenant.asAdmin().header("If-None-Match", first.header("ETag")).get(tenant.indexPath(tenant.group));
        second.then().statusCode(304).header("ETag", first.header("ETag"));
        assertThat(second.asByteArray()).isEmpty();
    }

    @Test
    void oneFlippedBitInTheIndexIsDetected() {
        Response answer = tenant.indexResponse(tenant.group);
        byte[] octets = answer.asByteArray();
        DocumentSignature signature = DocumentSignature.parse(answer.header(DocumentSignature.HEADER));

        octets[octets.length / 2] ^= 1;

        assertThat(signature.verifies(octets, Tenant.publicKey())).isFalse();
    }

    @Test
    void aLongPollEndsWithTheNextIndex() {
        String tag = tenant.indexResponse(tenant.group).header("ETag");
        CompletableFuture<Response> poll = CompletableFuture.supplyAsync(() ->
                tenant.asAdmin().header("If-None-Match", tag).get(tenant.indexPath(tenant.group) + "?wait=PT10S"));

        tenant.changesTo(Views.of(tenant.id, 2, "erp"));

        Response answer = poll.join();
        answer.then().statusCode(200).body("sequence", equalTo(2));
        Tenant.verified(answer);
    }

    @Test
    void aLongPollOfAnotherIndexEndsAtOnceAndOneOfTheSameAfterTheWait() {
        String tag = tenant.indexResponse(tenant.group).header("ETag");
        String path = tenant.indexPath(tenant.group);

        tenant.asAdmin()
                .header("If-None-Match", "\"other\"")
                .get(path + "?wait=PT10S")
                .then()
                .statusCode(200);
        tenant.asAdmin().get(path + "?wait=PT10S").then().statusCode(200);
        Response unchanged = tenant.asAdmin().header("If-None-Match", tag).get(path + "?wait=PT0.4S");

        unchanged.then().statusCode(304);
        assertThat(unchanged.time()).isBetween(350L, 5_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "PT", "-PT1S", "P1Y", "PT99999999999999999999S", "%00"})
    void refusesAWaitThatIsNone(String wait) {
        tenant.asAdmin()
                .urlEncodingEnabled(false)
                .get(tenant.indexPath(tenant.group) + "?wait=" + wait)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid.field"));
    }

    @Test
    void aFileComesWholeWithItsDigest() {
        Response whole = tenant.asAdmin().get(file());

        byte[] octets = whole.asByteArray();
        whole.then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Length", Integer.toString(octets.length))
                .header("Accept-Ranges", "bytes")
                .header("ETag", '"' + DocumentSignature.sha256(octets) + '"')
                .header("Repr-Digest", reprDigest(octets));
    }

    /** A strict client: it reads by the length when there is one, whatever else is said. */
    @Test
    void aFileComesWithItsLengthAndNotInChunksAsWell() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + file()))
                .header("Authorization", "Bearer " + TestTokens.admin(tenant.id))
                .build();

        HttpResponse<byte[]> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        assertThat(answer.headers().firstValue("ETag")).hasValue('"' + DocumentSignature.sha256(answer.body()) + '"');
    }

    @Test
    void aFileComesInParts() {
        byte[] whole = tenant.asAdmin().get(file()).asByteArray();
        int size = whole.length;

        Response middle = tenant.asAdmin().header("Range", "bytes=10-19").get(file());
        middle.then()
                .statusCode(206)
                .header("Content-Range", "bytes 10-19/" + size)
                .header("Content-Length", "10")
                .header("Repr-Digest", reprDigest(whole));
        assertThat(middle.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));

        Response suffix = tenant.asAdmin().header("Range", "bytes=-5").get(file());
        suffix.then().statusCode(206).header("Content-Range", "bytes " + (size - 5) + "-" + (size - 1) + "/" + size);
        assertThat(suffix.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, size - 5, size));

        Response rest = tenant.asAdmin().header("Range", "bytes=10-").get(file());
        assertThat(rest.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 10, size));
    }

    @Test
    void aRangeBeyondTheFileIsNotSatisfiable() {
        int size = tenant.asAdmin().get(file()).asByteArray().length;

        tenant.asAdmin()
                .header("Range", "bytes=" + size + "-")
                .get(file())
                .then()
                .statusCode(416)
                .contentType("application/problem+json")
                .header("Content-Range", "bytes */" + size);
    }

    @Test
    void aPartComesOnlyOfTheRepresentationThatTheCallerHas() {
        String tag = tenant.asAdmin().get(file()).header("ETag");

        tenant.asAdmin()
                .header("Range", "bytes=0-1")
                .header("If-Range", tag)
                .get(file())
                .then()
                .statusCode(206);
        tenant.asAdmin()
                .header("Range", "bytes=0-1")
                .header("If-Range", "\"other\"")
                .get(file())
                .then()
                .statusCode(200);
        tenant.asAdmin()
                .header("Range", "bytes=0-1")
                .header("If-None-Match", tag)
                .get(file())
                .then()
                .statusCode(304);
        tenant.asAdmin().header("Range", "nonsense").get(file()).then().statusCode(200);
    }

    @Test
    void aHeadRequestTellsTheSizeWithoutOctets() {
        int size = tenant.asAdmin().get(file()).asByteArray().length;

        Response head = tenant.asAdmin().head(file());

        head.then().statusCode(200).header("Content-Length", Integer.toString(size));
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void aFileOfSeveralPiecesComesTogetherInAnyPart() {
        tenant.shows(large(tenant.id));
        String name = tenant.asAdmin().post(tenant.indexPath(tenant.group)).path("groups[0].name");
        String base = tenant.indexPath(tenant.group) + "/" + name;
        SnapshotManifest manifest =
                Tenant.parse(tenant.asAdmin().get(base + "/manifest").asByteArray(), SnapshotManifest.class);
        String file = base + "/files/" + SnapshotFiles.APPLICATIONS;

        byte[] whole = tenant.asAdmin().get(file).asByteArray();

        assertThat(whole.length).isGreaterThan(2 << 20);
        assertThat(DocumentSignature.sha256(whole))
                .isEqualTo(manifest.files().get(0).sha256());
        int border = 1 << 20;
        byte[] part = tenant.asAdmin()
                .header("Range", "bytes=" + (border - 3) + "-" + (2 * border + 4))
                .get(file)
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, border - 3, 2 * border + 5));
    }

    private String file() {
        String name = tenant.index(tenant.group).snapshots().get(0).name();
        return tenant.indexPath(tenant.group) + "/" + name + "/files/" + SnapshotFiles.APPLICATIONS;
    }

    private static DrView large(String customerId) {
        List<ApplicationSegmentConf> segments = new ArrayList<>();
        IntStream.range(0, 8_000)
                .mapToObj(i -> Views.segment("5" + i, "segment-" + i, true, "201", List.of("401")))
                .forEach(segments::add);
        return Views.with(Views.of(customerId, 2), segments);
    }

    private static String reprDigest(byte[] octets) {
        byte[] digest = HexFormat.of().parseHex(DocumentSignature.sha256(octets));
        return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
    }
}
