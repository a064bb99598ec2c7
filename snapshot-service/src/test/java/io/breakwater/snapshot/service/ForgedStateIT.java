package io.breakwater.snapshot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.snapshot.SnapshotIndex;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.records.Records;
import io.breakwater.testsupport.records.SigningKey;
import io.breakwater.testsupport.tokens.TestTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * I2 and I10: what is written in dr-controller's name, with its key, changes neither the mode nor the index beyond what the evidence
 * shows; and what somebody wrote into the table is gone when its owner was asked.
 */
@RunningService
class ForgedStateIT {
    private static final long FAR = 1L << 62;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry meters;

    private KafkaEvents kafka;
    private Tenant tenant;

    @BeforeEach
    void aTenantInNormal() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
        tenant.changesTo(Views.of(tenant.id, 1, "first"));
        tenant.awaitIndex(tenant.group, 1);
        tenant.isInMode("NORMAL", 1);
        tenant.isKnown();
        tenant.awaitIndex(tenant.group, 2);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void whatIsUnsignedForeignOrAlteredIsPutAsideThoughItsEvidenceIsGenuine() {
        EventEnvelope<DrStateChanged> active = tenant.event(DrStates.of(tenant.id, "ACTIVE", 2));
        double before = refused();

        kafka.sendUnsigned(active);
        kafka.sendSignedBy(TestEventKeys.of("config-service"), active);
        kafka.sendSignedBy(TestEventKeys.of(TestEventKeys.STRANGER), active);
        kafka.sendAltered(tenant.event(DrStates.of(tenant.id, "NORMAL", 1)), active);

        Tenant.await().until(() -> refused() >= before + 4);
        tenant.awaitMode("NORMAL");
        assertThat(number("select dr_sequence from tenant_mode where customer_id = $1"))
                .isEqualTo(1);
    }

    @Test
    void anActiveFarAheadFreezesNothingAndTheGenuineOneIsFollowed() {
        tenant.hears(DrStates.of(tenant.id, "ACTIVE", FAR, DrStates.NOTHING, null));
        tenant.hears(DrStates.of(tenant.id, "ACTIVE", 2, DrStates.NOTHING, attackers()));

        tenant.changesTo(Views.of(tenant.id, 2, "second"));
        Tenant.await().until(() -> tenant.capturedRevision() == 2);

        tenant.isInMode("ACTIVE", 2);
        tenant.awaitMode("ACTIVE");
        tenant.isInMode("NORMAL", 3);
        tenant.awaitMode("NORMAL");
    }

    @Test
    void aNormalFarAheadEndsNothing() {
        tenant.isInMode("ACTIVE", 2);
        tenant.awaitMode("ACTIVE");

        tenant.hears(DrStates.of(tenant.id, "NORMAL", FAR + 1, DrStates.NOTHING, null));
        tenant.hears(DrStates.of(tenant.id, "NORMAL", 3, DrStates.NOTHING, null));
        tenant.changesTo(Views.of(tenant.id, 2, "second"));

        Tenant.await().during(Duration.ofSeconds(1)).until(() -> tenant.capturedRevision() == 1);
        tenant.awaitMode("ACTIVE");
    }

    @Test
    void aReplayStateAheadOfTheClockComesIntoNoIndex() {
        long ahead = Instant.now().getEpochSecond() + 1_000_000;
        ReplayView forged = new ReplayView(ahead, "ff".repeat(32), null, Map.of("ee".repeat(32), FAR));

        tenant.hears(DrStates.of(tenant.id, "NORMAL", 2, forged, DrStates.evidence("NORMAL", DrStates.start(2))));

        SnapshotIndex index = tenant.awaitIndex(tenant.group, 3);
        assertThat(index.replay().lastT()).isEqualTo(DrStates.start(2));
        assertThat(index.replay().superseded()).doesNotContainKey("ee".repeat(32));
    }

    @Test
    void aPoisonedTableAndItsIndexAreMendedFromTheOwners() {
        SnapshotIndex before = tenant.index(tenant.group);
        execute("update tenant_mode set mode = 'ACTIVE', dr_sequence = 4611686018427387904, evidence = null,"
                + " domain = null, replay = '{\"lastT\":4000000000,\"lastIdentity\":\"ff\"}' where customer_id = $1");
        execute("update tenant_settings set settings = replace(settings, '\"keep\"', '\"off-after:PT5M\"')"
                + " where customer_id = $1");
        execute("update tenant_capture set told_revision = 4611686018427387904 where customer_id = $1");
        tenant.awaitMode("ACTIVE");

        Tenant.as(TestTokens.operator())
                .post("/api/v1/resync")
                .then()
                .statusCode(200)
                .body("tables.outcome", equalTo(List.of("OK", "OK", "OK")))
                .body("tables.mended.sum()", greaterThanOrEqualTo(3));

        tenant.awaitMode("NORMAL");
        assertThat(tenant.index(tenant.group).replay()).isEqualTo(before.replay());
        assertThat(number("select dr_sequence from tenant_mode where customer_id = $1"))
                .isEqualTo(1);
        assertThat(number("select told_revision from tenant_capture where customer_id = $1"))
                .isEqualTo(1);
        assertThat(number("select count(*) from tenant_settings where customer_id = $1 and settings like '%keep%'"))
                .isEqualTo(1);
    }

    @Test
    void rowsThatCannotBeReadAreWrittenAnew() {
        execute("update tenant_mode set replay = '[', evidence = '{' where customer_id = $1");
        execute("update tenant_settings set settings = 'x' where customer_id = $1");

        tenant.isKnown();
        tenant.isKnown();

        assertThat(number("select count(*) from tenant_mode where customer_id = $1 and replay like '%lastT%'"
                        + " and evidence like '%v=1%'"))
                .isEqualTo(1);
    }

    @Test
    void anIndexOfAPoisonedReplayStateIsReplacedByANewerOne() {
        long lastT = Instant.now().getEpochSecond() - 10;
        execute("update tenant_mode set replay = '{\"lastT\":" + lastT + ",\"lastIdentity\":\"ff\"}', evidence = null,"
                + " domain = null where customer_id = $1");
        tenant.asAdmin().post(tenant.path("snapshots")).then().statusCode(200);
        SnapshotIndex poisoned = tenant.awaitIndex(tenant.group, 3);
        assertThat(poisoned.replay().lastT()).isEqualTo(lastT);

        tenant.isInMode("NORMAL", lastT + 1 - DrStates.start(0));
        tenant.isKnown();

        assertThat(tenant.awaitIndex(tenant.group, 4).replay().lastT()).isEqualTo(lastT + 1);
    }

    @Test
    void aRevisionFarAheadIsForgottenAndChangesAreCapturedOn() {
        tenant.tells(FAR);
        assertThat(number("select told_revision from tenant_capture where customer_id = $1"))
                .isEqualTo(1);

        tenant.changesTo(Views.of(tenant.id, 2, "second"));
        Tenant.await().until(() -> tenant.capturedRevision() == 2);
        Tenant.await().until(() -> number("select failures from tenant_capture where customer_id = $1") == 0);
    }

    @Test
    void aRevisionOfABackupIsCapturedInTheEnd() {
        tenant.shows(Views.of(tenant.id, 1, "restored"));
        execute("update tenant_capture set captured_revision = 99, told_revision = 99 where customer_id = $1");

        tenant.isKnown();

        Tenant.await().until(() -> tenant.capturedRevision() == 1);
    }

    @Test
    void asksForCapturesOfWhatWasNeverTold() {
        Tenant untold = new Tenant(kafka);
        untold.shows(Views.of(untold.id, 3));

        untold.isKnown();
        assertThat(untold.awaitIndex(untold.group, 1).snapshots()).hasSize(1);

        int reads = untold.readsOfTheView();
        untold.isKnown();
        Tenant.await().during(Duration.ofSeconds(1)).until(() -> untold.readsOfTheView() == reads);
    }

    @Test
    void onlyAnOperatorHasItCompared() {
        Tenant.as(TestTokens.service()).post("/api/v1/resync").then().statusCode(403);
        tenant.asAdmin().post("/api/v1/resync").then().statusCode(403);
    }

    private static List<List<String>> attackers() {
        return Records.signedOn(SigningKey.generate(), Views.DOMAIN, DrStates.start(2), FAR / 1_000_000_000);
    }

    private double refused() {
        return meters.find("breakwater.events.refused").tag("topic", Topics.DR_STATE).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long number(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(tenant.id))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(tenant.id)).await().atMost(Duration.ofSeconds(10));
    }
}
