package io.breakwater.config.drstate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What changes when dr-controller tells of a mode. */
@RunningConfigService
class DrStateIT {
    private Tenant tenant;
    private KafkaEvents events;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        events = KafkaEvents.fromNow(Topics.DR_STATE);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private EventEnvelope<DrStateChanged> state(String mode, long sequence) {
        Instant now = Instant.now();
        ReplayView replay = new ReplayView(100L, "identity-" + sequence, 200L, Map.of());
        DrStateChanged state = new DrStateChanged(
                tenant.customerId(),
                "dr.example.com",
                mode,
                mode,
                "identity-" + sequence,
                100L,
                200L,
                now,
                sequence,
                null,
                replay,
                null,
                now);
        return EventEnvelope.of("/dr-controller", tenant.customerId(), now, state);
    }

    private void awaitReplay(String identity) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> given().auth()
                        .oauth2(Tenant.serviceToken())
                        .get(tenant.own("dr-view"))
                        .then()
                        .body("replay.lastIdentity", equalTo(identity)));
    }

    @Test
    void whileActiveNothingIsChangedAndNobodyEnrols() {
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String key = new Keys(tenant).create(Keys.CONNECTORS, group, 2).path("provisioningKey");
        events.send(state("ACTIVE", 1));
        awaitReplay("identity-1");

        tenant.post("server", Bodies.server()).statusCode(400).body("id", equalTo("dr.mode.active"));
        tenant.put("appConnectorGroup/" + group, Map.of("name", "x"))
                .statusCode(400)
                .body("id", equalTo("dr.mode.active"));
        tenant.delete("appConnectorGroup/" + group).statusCode(400).body("id", equalTo("dr.mode.active"));
        tenant.request()
                .body(Map.of("domain", "dr.example.com"))
                .put(tenant.own("dr-settings"))
                .then()
                .statusCode(409)
                .body("code", equalTo("dr.mode.active"));
        TestAgent.create().enroll(key).statusCode(409).body("type", equalTo("urn:breakwater:problem:dr-active"));
        tenant.get("server").statusCode(200).body("totalCount", equalTo("0"));
        tenant.get("connector").body("totalCount", equalTo("0"));

        events.send(state("NORMAL", 2));
        awaitReplay("identity-2");
        tenant.post("server", Bodies.server()).statusCode(201);
        TestAgent.create().enroll(key).statusCode(201).body("replay.lastIdentity", equalTo("identity-2"));
    }

    @Test
    void whileTestingChangesAreAccepted() {
        events.send(state("TEST", 1));
        awaitReplay("identity-1");
        tenant.post("server", Bodies.server()).statusCode(201);
    }

    @Test
    @DisplayName("I5: an event that comes twice or late has its effect once")
    void anOlderStateNeverReplacesANewerOne() {
        EventEnvelope<DrStateChanged> first = state("ACTIVE", 1);
        events.send(first);
        events.send(state("NORMAL", 2));
        awaitReplay("identity-2");
        events.send(first);
        events.send(state("ACTIVE", 1));
        events.send(state("NORMAL", 3));
        awaitReplay("identity-3");
        tenant.post("server", Bodies.server()).statusCode(201);
    }

    @Test
    void garbageOnTheTopicStopsNothing() {
        byte[] garbage = "{".getBytes(StandardCharsets.UTF_8);
        events.sendRaw(Topics.DR_STATE, tenant.customerId(), Map.of(), garbage);
        events.sendRaw(Topics.DR_STATE, tenant.customerId(), Map.of("ce_type", "io.breakwater.later.v9"), garbage);
        events.send(state("NORMAL", 1));
        awaitReplay("identity-1");
    }
}
