package io.breakwater.config.agentgroup;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What groups of both kinds take, and how their agents look in them. */
@RunningConfigService
class AgentGroupIT {
    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    @Test
    @DisplayName("A whole number of degrees is taken however JSON writes it")
    void takesWholeDegrees() {
        Map<String, Object> body = Bodies.with(
                Bodies.with(Bodies.connectorGroup(), "latitude", new BigDecimal("40.0")),
                "longitude",
                new BigDecimal("-120.00"));
        String id = tenant.create("appConnectorGroup", body);
        tenant.get("appConnectorGroup/" + id).body("latitude", equalTo("40.0")).body("longitude", equalTo("-120.00"));
    }

    @Test
    void refusesAVersionProfileThatDoesNotExist() {
        Map<String, Object> body = Bodies.with(Bodies.connectorGroup(), "versionProfileId", null);
        tenant.post("appConnectorGroup", Bodies.with(body, "versionProfileName", "Nonsense"))
                .statusCode(400)
                .body("params", contains("versionProfileName"));
        String id = tenant.create("appConnectorGroup", Bodies.with(body, "versionProfileName", "new release"));
        tenant.get("appConnectorGroup/" + id).body("versionProfileId", equalTo("2"));
    }

    @Test
    @DisplayName("Agents look the same in their groups as by themselves, with what their group and their version tell")
    void showsAgentsInFull() {
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String agent = enrolled(Keys.CONNECTORS, group);
        tenant.get("connector/" + agent)
                .body("location", equalTo("San Jose, CA, USA"))
                .body("latitude", equalTo("37.33874"))
                .body("assistantVersion.appConnectorGroupId", equalTo(group))
                .body("assistantVersion.currentVersion", equalTo("0.1"))
                .body("assistantVersion.ctrlChannelStatus", equalTo("ZPN_STATUS_DISCONNECTED"))
                .body("assistantVersion.upgradeNowOnce", equalTo(false));
        tenant.get("appConnectorGroup/" + group)
                .body("connectors[0].controlChannelStatus", equalTo("ZPN_STATUS_DISCONNECTED"))
                .body("connectors[0].enrollmentCert.name", equalTo("Connector"))
                .body("connectors[0].assistantVersion.id", equalTo(agent));
    }

    @Test
    @DisplayName("An agent that nobody has changed is still what was read, however long ago it was in touch")
    void isStillWhatWasRead() {
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        TestAgent self = TestAgent.create();
        ExtractableResponse<Response> enrolment = self.enroll(
                        new Keys(tenant).create(Keys.CONNECTORS, group, 1).path("provisioningKey"))
                .extract();
        String agent = enrolment.path("agentId");
        self.token(agent, enrolment.path("certificate"), "boot", Instant.now()).statusCode(200);
        tenant.get("connector/" + agent).body("lastBrokerConnectTimeDuration", startsWith("0d"));
        String read = tenant.get("connector/" + agent).extract().header("ETag");
        String readGroup = tenant.get("appConnectorGroup/" + group).extract().header("ETag");
        Instant before = Instant.now();
        await().until(() -> Instant.now().isAfter(before.plusSeconds(1)));
        tenant.get("connector/" + agent).header("ETag", equalTo(read));
        tenant.get("appConnectorGroup/" + group).header("ETag", equalTo(readGroup));
        tenant.request()
                .header("If-Match", read)
                .body(Map.of("description", "seen"))
                .put(tenant.v1("connector/" + agent))
                .then()
                .statusCode(204);
        tenant.request()
                .header("If-Match", read)
                .body(Map.of("description", "again"))
                .put(tenant.v1("connector/" + agent))
                .then()
                .statusCode(412);
    }

    @Test
    @DisplayName("A service edge stays in the group that it was enrolled into: its snapshots are that group's")
    void edgesStayInTheirGroup() {
        String first = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        String second = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        String edge = enrolled(Keys.EDGES, first);
        tenant.get("serviceEdge/" + edge).body("privateBrokerVersion.serviceEdgeGroupId", equalTo(first));
        for (String id : List.of("999", edge)) {
            tenant.put("serviceEdgeGroup/" + second, Map.of("serviceEdges", List.of(Map.of("id", id))))
                    .statusCode(400)
                    .body("params", contains("serviceEdges"));
        }
        tenant.put("serviceEdgeGroup/" + first, Map.of("serviceEdges", List.of(Map.of("id", edge))))
                .statusCode(204);
        tenant.get("serviceEdgeGroup/" + first).body("serviceEdges.id", contains(edge));
        tenant.get("serviceEdge/" + edge).body("serviceEdgeGroupId", equalTo(first));
    }

    private String enrolled(String keys, String group) {
        return TestAgent.create()
                .enroll(new Keys(tenant).create(keys, group, 1).path("provisioningKey"))
                .statusCode(201)
                .extract()
                .path("agentId");
    }
}
