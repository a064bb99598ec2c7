package io.breakwater.config.enrollment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What services read that verify what agents say. */
@RunningConfigService
class AgentCredentialsIT {
    private Tenant tenant;
    private String group;
    private TestAgent agent;
    private Response enrolled;
    private String id;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        group = tenant.create("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "useInDrMode", true));
        agent = TestAgent.create();
        enrolled = enroll(agent, Keys.CONNECTORS, group);
        id = enrolled.path("agentId");
    }

    private Response enroll(TestAgent who, String keys, String ofGroup) {
        String key = new Keys(tenant).create(keys, ofGroup, 10).path("provisioningKey");
        return who.enroll(key).statusCode(201).extract().response();
    }

    private static ValidatableResponse read(String path) {
        return given().auth()
                .oauth2(Tenant.serviceToken())
                .get("/api/v1/agents" + path)
                .then();
    }

    private static String keyId(TestAgent agent) throws Exception {
        byte[] key = agent.keys().getPublic().getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    }

    @Test
    @DisplayName("I2: an agent's key is told by who certified it, so that its word can be verified")
    void tellsTheKeyOfAnAgent() throws Exception {
        read("/" + id)
                .statusCode(200)
                .body("agentId", equalTo(id))
                .body("customerId", equalTo(tenant.customerId()))
                .body("groupId", equalTo(group))
                .body("kind", equalTo("APP_CONNECTOR"))
                .body("enabled", equalTo(true))
                .body("designated", equalTo(true))
                .body("keys", hasSize(1))
                .body("keys[0].keyId", equalTo(keyId(agent)))
                .body("keys[0].notAfter", equalTo(enrolled.path("certificateNotAfter")));
        String pem = read("/" + id).extract().path("keys[0].pem");
        assertThat(pem).startsWith("-----BEGIN PUBLIC KEY-----").doesNotContain("PRIVATE");
    }

    @Test
    void tellsBothKeysAfterARenewalWithANewOne() throws Exception {
        TestAgent next = TestAgent.create();
        String token = agent.token(id, enrolled.path("certificate"), "boot", Instant.now())
                .extract()
                .path("access_token");
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("csr", next.csr()))
                .post("/api/v1/agents/renew")
                .then()
                .statusCode(200);
        assertThat(read("/" + id).extract().<List<String>>path("keys.keyId"))
                .containsExactlyInAnyOrder(keyId(agent), keyId(next));
    }

    @Test
    @DisplayName("I9: however often an agent renews, at most three of its keys are known, the newest among them")
    void boundsTheKeysOfAnAgent() throws Exception {
        String token = agent.token(id, enrolled.path("certificate"), "boot", Instant.now())
                .extract()
                .path("access_token");
        TestAgent last = agent;
        for (int i = 0; i < 5; i++) {
            last = TestAgent.create();
            given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .body(Map.of("csr", last.csr()))
                    .post("/api/v1/agents/renew")
                    .then()
                    .statusCode(200);
        }
        assertThat(read("/" + id).extract().<List<String>>path("keys.keyId"))
                .hasSize(3)
                .contains(keyId(last));
        agent.token(id, enrolled.path("certificate"), "boot", Instant.now()).statusCode(200);
        assertThat(read("/" + id).extract().<List<String>>path("keys.keyId")).contains(keyId(agent));
    }

    @Test
    void tellsAgentsOfBothKindsOnceEachPartByPart() {
        String edges = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        String edge = enroll(TestAgent.create(), Keys.EDGES, edges).path("agentId");
        String before = Long.toString(Long.parseLong(id) - 1);

        String next = read("?after=" + before + "&limit=1")
                .body("items", hasSize(1))
                .body("items[0].agentId", equalTo(id))
                .extract()
                .path("next");
        read("?after=" + next + "&limit=500")
                .body("items[0].agentId", equalTo(edge))
                .body("items[0].kind", equalTo("SERVICE_EDGE"))
                .body("items[0].keys", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void forgetsTheKeysOfADeletedAgent() {
        tenant.put("connector/" + id, Map.of("enabled", false)).statusCode(204);
        read("/" + id).body("enabled", equalTo(false));
        tenant.delete("connector/" + id).statusCode(204);
        read("/" + id).statusCode(404).body("code", equalTo("resource.not.found"));
        read("/nonsense").statusCode(404);
    }

    @Test
    @DisplayName("I8: no tenant's administrator and no agent reads the keys of all agents")
    void isForServicesOnly() {
        String token = agent.token(id, enrolled.path("certificate"), "boot", Instant.now())
                .extract()
                .path("access_token");
        for (String stranger : List.of(tenant.token(), token)) {
            given().auth().oauth2(stranger).get("/api/v1/agents").then().statusCode(403);
            given().auth().oauth2(stranger).get("/api/v1/agents/" + id).then().statusCode(403);
        }
        given().get("/api/v1/agents").then().statusCode(401);
    }
}
