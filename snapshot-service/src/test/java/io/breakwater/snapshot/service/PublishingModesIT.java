package io.breakwater.snapshot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.contracts.event.SnapshotPublished;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NORMAL captures and publishes, TEST captures, ACTIVE does neither; what was held back is caught up with. */
@RunningService
class PublishingModesIT {
    private KafkaEvents kafka;
    private Tenant tenant;

    @BeforeEach
    void aTenantInNormal() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
        tenant.changesTo(Views.of(tenant.id, 1, "first"));
        tenant.awaitIndex(tenant.group, 1);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void capturesButDoesNotPublishInTestAndPublishesWhenNormalReturns() {
        byte[] before = tenant.indexResponse(tenant.group).asByteArray();
        kafka.await(SnapshotPublished.class, event -> event.key().equals(tenant.group));
        tenant.isInMode("TEST", 1);
        tenant.awaitMode("TEST");

        tenant.changesTo(Views.of(tenant.id, 2, "second"));
        Tenant.await().until(tenant::lastOutcome, "CAPTURED"::equals);
        Tenant.await().until(() -> tenant.capturedRevision() == 2);

        assertThat(tenant.indexResponse(tenant.group).asByteArray()).isEqualTo(before);
        assertThat(kafka.seen(SnapshotPublished.class, tenant.group)).hasSize(1);

        tenant.isInMode("NORMAL", 2);
        SnapshotIndex after = tenant.awaitIndex(tenant.group, 2);
        assertThat(after.snapshots())
                .extracting(SnapshotIndex.Entry::configurationRevision)
                .containsExactly(2L, 1L);
        kafka.await(
                SnapshotPublished.class,
                event -> event.key().equals(tenant.group) && event.data().sequence() == 2);
    }

    @Test
    void aGroupThatAppearsDuringATestHasNoIndexUntilNormalReturns() {
        Tenant fresh = new Tenant(kafka);
        fresh.shows(Views.of(fresh.id, 1));
        fresh.isInMode("TEST", 1);
        fresh.awaitMode("TEST");
        Tenant.await().until(() -> "CAPTURED".equals(fresh.lastOutcome()));

        fresh.indexResponse(fresh.group).then().statusCode(404);
        assertThat(kafka.seen(SnapshotPublished.class, fresh.group)).isEmpty();

        fresh.isInMode("NORMAL", 2);
        assertThat(fresh.awaitIndex(fresh.group, 1).snapshots()).hasSize(1);
        assertThat(fresh.index(fresh.edgeGroup).snapshots()).hasSize(1);
    }

    @Test
    void aSnapshotOfATestIsNotHandedOutBeforeItIsPublished() {
        tenant.isInMode("TEST", 1);
        tenant.awaitMode("TEST");
        tenant.shows(Views.of(tenant.id, 2, "second"));
        String name = tenant.asAdmin()
                .post(tenant.indexPath(tenant.group))
                .then()
                .statusCode(200)
                .extract()
                .path("groups[0].name");

        tenant.asAdmin()
                .get(tenant.indexPath(tenant.group) + "/" + name + "/manifest")
                .then()
                .statusCode(404);
        tenant.asAdmin()
                .get(tenant.indexPath(tenant.group) + "/" + name + "/files/customer_conf.json")
                .then()
                .statusCode(404);

        tenant.isInMode("NORMAL", 2);
        tenant.awaitIndex(tenant.group, 2);
        tenant.asAdmin()
                .get(tenant.indexPath(tenant.group) + "/" + name + "/manifest")
                .then()
                .statusCode(200);
    }

    @Test
    void capturesNothingInActiveAndCatchesUpWhenNormalReturns() {
        tenant.isInMode("ACTIVE", 1);
        tenant.awaitMode("ACTIVE");
        int reads = tenant.readsOfTheView();

        tenant.changesTo(Views.of(tenant.id, 2, "second"));
        tenant.asAdmin().post(tenant.path("snapshots")).then().statusCode(409).body("code", equalTo("dr.mode.active"));
        Tenant.await()
                .during(Duration.ofSeconds(1))
                .until(() -> tenant.index(tenant.group).sequence() == 1);
        assertThat(tenant.capturedRevision()).isEqualTo(1);
        assertThat(tenant.readsOfTheView()).isEqualTo(reads);

        tenant.isInMode("NORMAL", 2);
        SnapshotIndex after = tenant.awaitIndex(tenant.group, 2);
        assertThat(after.snapshots().get(0).configurationRevision()).isEqualTo(2);
    }

    @Test
    void anOlderStateThatComesLateChangesNothing() {
        tenant.isInMode("TEST", 5);
        tenant.awaitMode("TEST");

        tenant.isInMode("NORMAL", 4);
        tenant.isInMode("ACTIVE", 6);

        tenant.awaitMode("ACTIVE");
        tenant.changesTo(Views.of(tenant.id, 2, "second"));
        Tenant.await()
                .during(Duration.ofSeconds(1))
                .until(() -> tenant.index(tenant.group).sequence() == 1);
    }
}
