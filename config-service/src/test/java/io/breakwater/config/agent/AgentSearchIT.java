package io.breakwater.config.agent;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Agents by whether they are in touch (zpa-api 2.5). */
@RunningConfigService
class AgentSearchIT {
    @Test
    @DisplayName("Connectors are found by their control channel and by how long they are in or out of touch")
    void byContact() {
        Tenant tenant = Tenant.create();
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String key = new Keys(tenant).create(Keys.CONNECTORS, group, 2).path("provisioningKey");
        TestAgent agent = TestAgent.create();
        Response enrolled = agent.enroll(key).statusCode(201).extract().response();
        TestAgent.create().enroll(key).statusCode(201);
        String id = enrolled.path("agentId");
        agent.token(id, enrolled.path("certificate"), "boot", Instant.now()).statusCode(200);

        find(tenant, "controlChannelStatus EQ ZPN_STATUS_AUTHENTICATED", 1);
        find(tenant, "controlChannelStatus EQ ZPN_STATUS_DISCONNECTED", 1);
        find(tenant, "controlChannelStatus NE ZPN_STATUS_DISCONNECTED AND enabled EQ true", 1);
        find(tenant, "lastBrokerConnectTimeDuration LT 1h", 1);
        find(tenant, "lastBrokerConnectTimeDuration GT 15d", 0);
        find(tenant, "controlChannelStatus EQ ZPN_STATUS_DISCONNECTED AND lastBrokerDisconnectTimeDuration GT 15d", 0);
        tenant.get("connector/" + id)
                .body("lastBrokerConnectTimeDuration", matchesPattern("0d 00h 0\\dm \\d\\ds"))
                .body("lastBrokerDisconnectTimeDuration", nullValue());
        tenant.get("connector?search=lastBrokerConnectTimeDuration EQ soon").statusCode(400);
    }

    private static void find(Tenant tenant, String search, int count) {
        tenant.get("connector?search=" + search).statusCode(200).body("totalCount", equalTo(Integer.toString(count)));
    }
}
