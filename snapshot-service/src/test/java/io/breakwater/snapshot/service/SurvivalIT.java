package io.breakwater.snapshot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.contracts.event.Topics;
import io.breakwater.snapshot.content.Views;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves I5 and I7 here: a change that was told of is captured, whatever fails in between, and has its effect once. */
@RunningService
class SurvivalIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    private KafkaEvents kafka;
    private Tenant tenant;

    @BeforeEach
    void open() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED, Topics.DEAD_LETTER);
        tenant = new Tenant(kafka);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void goesOnWhenConfigServiceComesBack() {
        tenant.configServiceGoesDown();
        tenant.changesTo(Views.of(tenant.id, 1));
        Tenant.await().until(tenant::lastOutcome, "FAILED"::equals);

        tenant.asAdmin()
                .get(tenant.path("snapshots"))
                .then()
                .body("waitingSince", notNullValue())
                .body("retryAt", notNullValue())
                .body("alarming", equalTo(true));
        tenant.indexResponse(tenant.group).then().statusCode(404);
        // PENDING while the service's own next try is under way
        Tenant.await()
                .until(
                        () -> tenant.asAdmin()
                                .post(tenant.path("snapshots"))
                                .then()
                                .statusCode(202)
                                .extract()
                                .path("outcome"),
                        "FAILED"::equals);

        tenant.configServiceComesBack();
        assertThat(tenant.awaitIndex(tenant.group, 1).snapshots()).hasSize(1);
    }

    @Test
    void theRequestIsInTheDatabaseBeforeItsEventIsAcknowledged() {
        tenant.configServiceGoesDown();
        tenant.changesTo(Views.of(tenant.id, 1));

        Tenant.await()
                .until(() -> count("select count(*) from tenant_capture where customer_id = $1"
                                + " and marked_since is not null")
                        == 1);

        assertThat(count("select count(*) from inbox_event i where consumer = 'config-changed' and exists"
                        + " (select 1 from tenant_capture where customer_id = $1)"))
                .isPositive();
        tenant.configServiceComesBack();
        tenant.awaitIndex(tenant.group, 1);
    }

    @Test
    void servesARequestThatAProcessLeftBehindWhenItDied() {
        tenant.shows(Views.of(tenant.id, 1));

        execute(
                "insert into tenant_capture (customer_id, marks, marked_since, marked_at, told_revision, claimed_until)"
                        + " values ($1, 3, now() - interval '1 minute', now() - interval '1 minute', 1, now() + interval '1 s')");

        assertThat(tenant.awaitIndex(tenant.group, 1).snapshots()).hasSize(1);
    }

    @Test
    void anEventThatComesTwiceHasItsEffectOnce() {
        EventEnvelope<ConfigChanged> event = EventEnvelope.of(
                "/config-service",
                tenant.id,
                Instant.now(),
                new ConfigChanged(tenant.id, 50, "server", "1", "CREATED", Instant.now()));
        tenant.configServiceGoesDown();
        tenant.shows(Views.of(tenant.id, 50));

        kafka.send(event);
        kafka.send(event);
        tenant.tells(51);

        Tenant.await().until(() -> count("select told_revision from tenant_capture where customer_id = $1") == 51);
        assertThat(count("select marks from tenant_capture where customer_id = $1"))
                .isEqualTo(2);
    }

    @Test
    void capturesDailyWithoutHearingOfAChange() {
        tenant.changesTo(Views.of(tenant.id, 1));
        tenant.awaitIndex(tenant.group, 1);
        tenant.shows(Views.of(tenant.id, 2, "erp"));

        execute("update tenant_capture set captured_at = now() - interval '25 hours' where customer_id = $1");

        Tenant.await().until(() -> tenant.index(tenant.group).sequence() == 2);
    }

    @Test
    void capturesAnewWhenTheStoredOctetsAreDamaged() {
        tenant.changesTo(Views.of(tenant.id, 1));
        tenant.awaitIndex(tenant.group, 1);

        execute("update snapshot_piece set octets = set_bit(octets, 3, 1 - get_bit(octets, 3)) where file_id in"
                + " (select f.id from snapshot_file f join snapshot s on s.id = f.snapshot_id where s.customer_id = $1"
                + " and f.name = 'customer_conf.json')");
        tenant.asAdmin().post(tenant.path("snapshots")).then().statusCode(200).body("outcome", equalTo("CAPTURED"));

        assertThat(tenant.index(tenant.group).snapshots()).hasSize(2);
    }

    @Test
    void skipsUnknownTypesAndPutsGarbageAside() {
        Map<String, String> headers = new HashMap<>(EventCodec.headers(state("NORMAL")));
        headers.put("ce_type", "io.breakwater.dr.state.v9");
        kafka.sendRaw(Topics.DR_STATE, tenant.id, headers, "{}".getBytes(StandardCharsets.UTF_8));
        kafka.sendRaw(Topics.DR_STATE, tenant.id, Map.of(), "garbage".getBytes(StandardCharsets.UTF_8));
        kafka.send(state("SIDEWAYS"));

        tenant.changesTo(Views.of(tenant.id, 1));

        assertThat(tenant.awaitIndex(tenant.group, 1).snapshots()).hasSize(1);
        kafka.awaitRaw(
                Topics.DEAD_LETTER,
                dead -> tenant.id.equals(dead.key())
                        && new String(dead.value(), StandardCharsets.UTF_8).equals("garbage"));
        kafka.awaitRaw(
                Topics.DEAD_LETTER,
                dead -> tenant.id.equals(dead.key())
                        && new String(dead.value(), StandardCharsets.UTF_8).contains("SIDEWAYS"));
        tenant.awaitMode("NORMAL");
    }

    private EventEnvelope<DrStateChanged> state(String mode) {
        ReplayView replay = new ReplayView(null, null, null, Map.of());
        return EventEnvelope.of(
                "/dr-controller",
                tenant.id,
                Instant.now(),
                new DrStateChanged(
                        tenant.id,
                        "dr.example.com",
                        mode,
                        mode,
                        null,
                        null,
                        null,
                        Instant.now(),
                        1,
                        null,
                        replay,
                        null,
                        Instant.now()));
    }

    private long count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(tenant.id))
                .map(rows -> rows.size() == 0 ? -1 : rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(tenant.id)).await().atMost(PATIENCE);
    }
}
