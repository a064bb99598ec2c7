package io.breakwater.config.drstate;

import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What changes when dr-controller tells of a mode. */
@RunningConfigService
class DrStateIT {
    private Told told;
    private Tenant tenant;
    private KafkaEvents events;

    @BeforeEach
    void prepare() {
        told = Told.create();
        tenant = told.tenant();
        events = KafkaEvents.fromNow(Topics.DR_STATE);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private void awaitRecordOf(long secondsAgo) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(told::lastT, t -> t != null && t == told.now() - secondsAgo);
    }

    @Test
    void whileActiveNothingIsChangedAndNobodyEnrols() {
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String key = new Keys(tenant).create(Keys.CONNECTORS, group, 2).path("provisioningKey");
        events.send(told.event("ACTIVE", 1, told.on(60)));
        awaitRecordOf(60);

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

        events.send(told.event("NORMAL", 2, told.off(50)));
        awaitRecordOf(50);
        tenant.post("server", Bodies.server()).statusCode(201);
        TestAgent.create().enroll(key).statusCode(201).body("replay.superseded.size()", equalTo(1));
    }

    @Test
    void whileTestingChangesAreAccepted() {
        events.send(told.event("TEST", 1, told.test(60)));
        awaitRecordOf(60);
        tenant.post("server", Bodies.server()).statusCode(201);
    }

    @Test
    @DisplayName("I5: an event that comes twice or late has its effect once")
    void anOlderStateNeverReplacesANewerOne() {
        EventEnvelope<DrStateChanged> first = told.event("ACTIVE", 1, told.on(60));
        events.send(first);
        events.send(told.event("NORMAL", 2, told.off(50)));
        awaitRecordOf(50);
        events.send(first);
        events.send(told.event("ACTIVE", 1, told.on(60)));
        events.send(told.event("NORMAL", 3, told.off(40)));
        awaitRecordOf(40);
        tenant.post("server", Bodies.server()).statusCode(201);
    }

    @Test
    void garbageOnTheTopicStopsNothing() {
        byte[] garbage = "{".getBytes(StandardCharsets.UTF_8);
        events.sendRaw(Topics.DR_STATE, tenant.customerId(), Map.of(), garbage);
        events.sendRaw(Topics.DR_STATE, tenant.customerId(), Map.of("ce_type", "io.breakwater.later.v9"), garbage);
        events.send(told.event("NORMAL", 1, told.off(60)));
        awaitRecordOf(60);
    }
}
