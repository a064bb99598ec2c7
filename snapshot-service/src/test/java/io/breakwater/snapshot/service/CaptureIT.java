package io.breakwater.snapshot.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.breakwater.contracts.config.CustomerConf;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.contracts.event.SnapshotPublished;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.snapshot.DocumentSignature;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.contracts.snapshot.SnapshotManifest;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.tokens.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a change of the configuration to a signed index and its event. */
@RunningService
class CaptureIT {
    @TestHTTPResource(value = "metrics", management = true)
    URI management;

    private KafkaEvents kafka;
    private Tenant tenant;

    @BeforeEach
    void open() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void capturesAChangeSignsItAndTellsOfIt() {
        tenant.changesTo(Views.of(tenant.id, 1));

        SnapshotIndex index = tenant.awaitIndex(tenant.group, 1);

        assertThat(index.customerId()).isEqualTo(tenant.id);
        assertThat(index.designated()).isTrue();
        assertThat(index.drSettings().domain()).isEqualTo("dr.example.com");
        assertThat(index.snapshots()).hasSize(1);
        assertThat(index.snapshots().get(0).name()).matches("config-\\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d-\\d\\d-\\d{3}");
        EventEnvelope<SnapshotPublished> told =
                kafka.await(SnapshotPublished.class, event -> event.key().equals(tenant.group));
        assertThat(told.data().sequence()).isEqualTo(index.sequence());
        assertThat(told.data().indexDigest())
                .isEqualTo(DocumentSignature.sha256(
                        tenant.indexResponse(tenant.group).asByteArray()));
        assertThat(told.data().customerId()).isEqualTo(tenant.id);
    }

    @Test
    void everyFileIsWhatTheSignedManifestSays() {
        tenant.changesTo(Views.of(tenant.id, 7));
        SnapshotIndex.Entry entry =
                tenant.awaitIndex(tenant.edgeGroup, 1).snapshots().get(0);
        String base = tenant.indexPath(tenant.edgeGroup) + "/" + entry.name();

        Response answer = tenant.asAdmin().get(base + "/manifest");

        byte[] octets = Tenant.verified(answer);
        assertThat(DocumentSignature.sha256(octets)).isEqualTo(entry.manifestSha256());
        SnapshotManifest manifest = Tenant.parse(octets, SnapshotManifest.class);
        assertThat(manifest.configurationRevision()).isEqualTo(7);
        assertThat(manifest.files())
                .extracting(SnapshotManifest.FileEntry::name)
                .containsExactlyElementsOf(SnapshotFiles.ALL);
        for (SnapshotManifest.FileEntry file : manifest.files()) {
            byte[] content =
                    tenant.asAdmin().get(base + "/files/" + file.name()).asByteArray();
            assertThat(content).hasSize((int) file.size());
            assertThat(DocumentSignature.sha256(content)).isEqualTo(file.sha256());
        }
        byte[] customer =
                tenant.asAdmin().get(base + "/files/" + SnapshotFiles.CUSTOMER).asByteArray();
        assertThat(Tenant.parse(customer, CustomerConf.class).customerId()).isEqualTo(tenant.id);
    }

    @Test
    void hasAnIndexForAGroupThatIsNotDesignatedButNoSnapshot() {
        tenant.changesTo(Views.of(tenant.id, 1));

        SnapshotIndex index = tenant.awaitIndex(tenant.ordinaryGroup, 1);

        assertThat(index.designated()).isFalse();
        assertThat(index.snapshots()).isEmpty();
        assertThat(index.drSettings()).isNotNull();
    }

    @Test
    void capturesAStormOfChangesOnce() {
        tenant.shows(Views.of(tenant.id, 8));
        for (long revision = 1; revision <= 8; revision++) {
            tenant.tells(revision);
        }

        tenant.awaitIndex(tenant.group, 1);

        assertThat(tenant.readsOfTheView()).isEqualTo(1);
    }

    @Test
    void capturesEvenWhenChangesNeverEnd() {
        tenant.shows(Views.of(tenant.id, 1_000_000));
        AtomicLong revision = new AtomicLong();

        Tenant.await().until(() -> {
            tenant.tells(revision.incrementAndGet());
            return tenant.indexResponse(tenant.group).statusCode() == 200;
        });

        assertThat(tenant.index(tenant.group).snapshots()).hasSize(1);
    }

    @Test
    void makesNoNewSnapshotOfTheSameContent() {
        tenant.changesTo(Views.of(tenant.id, 1));
        tenant.awaitIndex(tenant.group, 1);
        byte[] before = tenant.indexResponse(tenant.group).asByteArray();

        tenant.changesTo(Views.of(tenant.id, 2));
        Tenant.await().until(tenant::lastOutcome, "UNCHANGED"::equals);

        assertThat(tenant.indexResponse(tenant.group).asByteArray()).isEqualTo(before);
        assertThat(kafka.seen(SnapshotPublished.class, tenant.group)).hasSize(1);
    }

    @Test
    void listsTheNewestFirst() {
        tenant.changesTo(Views.of(tenant.id, 1, "crm"));
        tenant.awaitIndex(tenant.group, 1);
        tenant.changesTo(Views.of(tenant.id, 2, "erp"));

        SnapshotIndex index = tenant.awaitIndex(tenant.group, 2);

        assertThat(index.snapshots()).extracting(SnapshotIndex.Entry::sequence).containsExactly(2L, 1L);
        assertThat(index.snapshots())
                .extracting(SnapshotIndex.Entry::configurationRevision)
                .containsExactly(2L, 1L);
    }

    @Test
    void ignoresAnEventOfWhatItHasCaptured() {
        tenant.changesTo(Views.of(tenant.id, 5));
        tenant.awaitIndex(tenant.group, 1);

        tenant.tells(4);
        tenant.changesTo(Views.of(tenant.id, 6, "erp"));
        tenant.awaitIndex(tenant.group, 2);

        assertThat(tenant.readsOfTheView()).isEqualTo(2);
    }

    @Test
    void publishesNothingWhenReferencesAreNotClosedAndRaisesAnAlarm() {
        tenant.changesTo(Views.of(tenant.id, 1));
        tenant.awaitIndex(tenant.group, 1);
        byte[] before = tenant.indexResponse(tenant.group).asByteArray();

        tenant.changesTo(Views.notClosed(tenant.id, 2));
        Tenant.await().until(tenant::lastOutcome, "NOT_CLOSED"::equals);

        assertThat(tenant.indexResponse(tenant.group).asByteArray()).isEqualTo(before);
        tenant.asAdmin()
                .get(tenant.path("snapshots"))
                .then()
                .body("alarming", equalTo(true))
                .body("detail", containsString("server group 499"))
                .body("capturedRevision", equalTo(1));
        Tenant.await()
                .untilAsserted(() -> assertThat(alarmingTenants())
                        .as("metric at %s", management)
                        .isPositive());

        tenant.changesTo(Views.of(tenant.id, 3, "erp"));
        assertThat(tenant.awaitIndex(tenant.group, 2).snapshots()).hasSize(2);
    }

    @Test
    void publishesNothingFromAViewOlderThanWhatItHasCaptured() {
        tenant.changesTo(Views.of(tenant.id, 9));
        tenant.awaitIndex(tenant.group, 1);

        tenant.shows(Views.of(tenant.id, 3, "older"));
        tenant.tells(10);
        Tenant.await().until(tenant::lastOutcome, "STALE_VIEW"::equals);

        assertThat(tenant.index(tenant.group).sequence()).isEqualTo(1);
    }

    @Test
    void bringsTheReplayStateThatTheEvidenceShowsIntoTheIndex() {
        tenant.changesTo(Views.of(tenant.id, 1));
        tenant.awaitIndex(tenant.group, 1);

        tenant.isInMode("NORMAL", 3);

        ReplayView replay = tenant.awaitIndex(tenant.ordinaryGroup, 2).replay();
        assertThat(replay.lastT()).isEqualTo(DrStates.start(3));
        assertThat(replay.lastIdentity()).hasSize(64);
    }

    @Test
    void capturesByHand() {
        tenant.shows(Views.of(tenant.id, 4));

        tenant.asAdmin()
                .post(tenant.path("snapshots"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("CAPTURED"))
                .body("revision", equalTo(4))
                .body("groups", hasSize(2))
                .body("published", equalTo(List.of(tenant.group, tenant.ordinaryGroup, tenant.edgeGroup)));
        tenant.asAdmin()
                .post(tenant.indexPath(tenant.group))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"))
                .body("groups", hasSize(1));
    }

    @Test
    void saysWhatIsUnknown() {
        tenant.asAdmin().post(tenant.path("snapshots")).then().statusCode(404);
        tenant.asAdmin().get(tenant.path("snapshots")).then().statusCode(404);
        tenant.shows(Views.of(tenant.id, 1));
        tenant.asAdmin().post(tenant.indexPath("4711")).then().statusCode(404);
        Tenant.as(TestTokens.service())
                .post(tenant.path("snapshots"))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNCHANGED"));
    }

    @Test
    void manyCapturesAtOnceMakeOneSnapshot() {
        tenant.shows(Views.of(tenant.id, 1));

        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> tenant.asAdmin().post(tenant.path("snapshots")).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).contains(200).containsAnyOf(200, 202).doesNotContain(500);
        Tenant.await()
                .until(() -> tenant.asAdmin().get(tenant.path("snapshots")).path("waitingSince") == null);
        SnapshotIndex index = tenant.index(tenant.group);
        assertThat(index.sequence()).isEqualTo(1);
        assertThat(index.snapshots()).hasSize(1);
    }

    private double alarmingTenants() {
        return given().get(management)
                .asString()
                .lines()
                .filter(line -> line.startsWith("breakwater_snapshot_alarming_tenants "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .sum();
    }
}
