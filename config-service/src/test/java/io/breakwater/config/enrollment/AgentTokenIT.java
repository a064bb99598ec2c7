package io.breakwater.config.enrollment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tokens and certificates of enrolled agents. */
@RunningConfigService
class AgentTokenIT {
    private Tenant tenant;
    private String group;
    private String key;
    private TestAgent agent;
    private Response enrolled;
    private String id;
    private String certificate;
    private Instant now;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        key = new Keys(tenant).create(Keys.CONNECTORS, group, 10).path("provisioningKey");
        agent = TestAgent.create();
        enrolled = agent.enroll(key).statusCode(201).extract().response();
        id = enrolled.path("agentId");
        certificate = enrolled.path("certificate");
        now = Instant.now();
    }

    @Test
    void tellsTheAgentsPlace() {
        String token = agent.token(id, certificate, "boot", now)
                .statusCode(200)
                .body("expires_in", equalTo(900))
                .extract()
                .path("access_token");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"groups\":[\"AGENT\"]", "\"agentId\":\"" + id, "\"groupId\":\"" + group)
                .contains("\"customerId\":\"" + tenant.customerId(), "\"groupKind\":\"APP_CONNECTOR\"");
        tenant.get("connector/" + id).body("controlChannelStatus", equalTo("ZPN_STATUS_AUTHENTICATED"));
    }

    @Test
    @DisplayName("of two agents with one certificate only the one that booted last gets tokens")
    void fencesTheOlderBoot() {
        agent.token(id, certificate, "first", now.minusSeconds(60)).statusCode(200);
        agent.token(id, certificate, "second", now).statusCode(200);
        agent.token(id, certificate, "first", now.minusSeconds(60))
                .statusCode(403)
                .body("code", equalTo("agent.superseded"));
        agent.token(id, certificate, "second", now).statusCode(200);
    }

    @Test
    @DisplayName("an assertion counts once: whoever overhears it gets no token with it")
    void takesAnAssertionOnce() {
        String signed = agent.sign(TestAgent.claims(id, "boot", now), certificate);
        TestAgent.token(signed).statusCode(200);
        TestAgent.token(signed).statusCode(401).body("detail", containsString("used before"));
        agent.token(id, certificate, "boot", now).statusCode(200);
    }

    @Test
    void refusesAnAssertionWithoutAnId() {
        JwtClaims claims = TestAgent.claims(id, "boot", now);
        claims.unsetClaim("jti");
        TestAgent.token(agent.sign(claims, certificate)).statusCode(401);
    }

    @Test
    void refusesADisabledOrDeletedAgent() {
        tenant.put("connector/" + id, Map.of("enabled", false)).statusCode(204);
        agent.token(id, certificate, "boot", now).statusCode(403).body("code", equalTo("agent.disabled"));
        tenant.delete("connector/" + id).statusCode(204);
        agent.token(id, certificate, "boot", now).statusCode(401).body("code", equalTo("invalid.assertion"));
    }

    @Test
    @DisplayName("I8: an agent of another tenant cannot speak for this one")
    void refusesTheCertificateOfAnotherAgent() {
        Tenant other = Tenant.create();
        String otherGroup = other.create("appConnectorGroup", Bodies.connectorGroup());
        TestAgent stranger = TestAgent.create();
        String strangersCertificate = stranger.enroll(
                        new Keys(other).create(Keys.CONNECTORS, otherGroup, 1).path("provisioningKey"))
                .extract()
                .path("certificate");
        stranger.token(id, strangersCertificate, "boot", now).statusCode(401);
        stranger.token(id, certificate, "boot", now).statusCode(401);
    }

    @Test
    void refusesAssertionsThatAreOldLongOrMalformed() {
        JwtClaims expired = TestAgent.claims(id, "boot", now);
        expired.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() - 100));
        JwtClaims longLived = TestAgent.claims(id, "boot", now);
        longLived.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + 3600));
        JwtClaims otherAudience = TestAgent.claims(id, "boot", now);
        otherAudience.setAudience("somebody else");
        JwtClaims fromTheFuture = TestAgent.claims(id, "boot", now.plusSeconds(3600));
        for (JwtClaims claims : new JwtClaims[] {expired, longLived, otherAudience, fromTheFuture}) {
            TestAgent.token(agent.sign(claims, certificate)).statusCode(401).body("code", equalTo("invalid.assertion"));
        }
        for (String text : new String[] {"", "nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.e30."}) {
            TestAgent.token(text).statusCode(401);
        }
        for (String x5c : new String[] {"7", "[]", "[7]", "[\"AAAA\"]", "{}", "null"}) {
            String header = "{\"alg\":\"ES256\",\"x5c\":" + x5c + "}";
            TestAgent.token(base64(header) + "." + base64("{}") + ".AAAA").statusCode(401);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesABootBeforeAllClocksForTheOldest() {
        agent.token(id, certificate, "boot", Instant.ofEpochMilli(Long.MIN_VALUE))
                .statusCode(200);
        agent.token(id, certificate, "later", now).statusCode(200);
    }

    @Test
    void renewsItsCertificate() {
        String token = agent.token(id, certificate, "boot", now).extract().path("access_token");
        TestAgent next = TestAgent.create();
        Response renewed = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("csr", next.csr()))
                .post("/api/v1/agents/renew");
        renewed.then().statusCode(200);
        next.token(id, renewed.path("certificate"), "boot", now).statusCode(200);
        tenant.request()
                .body(Map.of("csr", next.csr()))
                .post("/api/v1/agents/renew")
                .then()
                .statusCode(403);
    }
}
