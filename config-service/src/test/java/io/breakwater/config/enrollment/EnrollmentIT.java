package io.breakwater.config.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.restassured.response.Response;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Enrolment with a provisioning key. */
@RunningConfigService
class EnrollmentIT {
    private Tenant tenant;
    private Keys keys;
    private String group;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        keys = new Keys(tenant);
        group = tenant.create("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "useInDrMode", true));
    }

    @Test
    void givesANewAgentAllThatItNeedsToStartOnItsOwn() throws Exception {
        TestAgent agent = TestAgent.create();
        Response answer = agent.enroll(keys.create(Keys.CONNECTORS, group, 2).path("provisioningKey"))
                .statusCode(201)
                .body("customerId", equalTo(tenant.customerId()))
                .body("groupId", equalTo(group))
                .body("groupKind", equalTo("APP_CONNECTOR"))
                .body("designated", equalTo(true))
                .body("mode", equalTo("NORMAL"))
                .body("replay", nullValue())
                .body("drSettings.customerId", equalTo(tenant.customerId()))
                .body("snapshotPublicKeys", hasSize(1))
                .body("eventKeys.producer", hasItems("dns-watcher", "snapshot-service"))
                .body("eventKeys.producer", not(hasItem("config-service")))
                .body("eventKeys[0].pem", containsString("BEGIN PUBLIC KEY"))
                .extract()
                .response();

        X509Certificate certificate = TestAgent.certificate(answer.path("certificate"));
        List<X509Certificate> chain = TestAgent.certificates(answer.path("caCertificate"));
        certificate.verify(chain.get(0).getPublicKey());
        chain.get(0).verify(chain.get(1).getPublicKey());
        chain.get(1).verify(chain.get(1).getPublicKey());
        assertThat(certificate.getPublicKey()).isEqualTo(agent.keys().getPublic());
        assertThat(Duration.between(Instant.now(), certificate.getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(89), Duration.ofDays(90));

        String id = answer.path("agentId");
        tenant.get("connector/" + id)
                .statusCode(200)
                .body("appConnectorGroupId", equalTo(group))
                .body("enrollmentCert.name", equalTo("Connector"))
                .body("controlChannelStatus", equalTo("ZPN_STATUS_DISCONNECTED"));
        tenant.get("appConnectorGroup/" + group).body("connectors.id", contains(id));
        tenant.request()
                .get(tenant.own("agents"))
                .then()
                .statusCode(200)
                .body("[0].id", equalTo(id))
                .body("[0].kind", equalTo("APP_CONNECTOR"));
        tenant.delete("appConnectorGroup/" + group).statusCode(400).body("id", equalTo("resource.referenced"));
        tenant.delete("connector/" + id).statusCode(204);
        tenant.get("connector/" + id).statusCode(404);
    }

    @Test
    void enrolsServiceEdgesWithAKeyOfTheirGroup() {
        String edgeGroup = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        String key = keys.create(Keys.EDGES, edgeGroup, 1).path("provisioningKey");
        TestAgent.create().enroll(key).statusCode(201).body("groupKind", equalTo("SERVICE_EDGE"));
        tenant.get("serviceEdge")
                .body("totalCount", equalTo("1"))
                .body("list[0].serviceEdgeGroupId", equalTo(edgeGroup));
        tenant.delete("serviceEdgeGroup/" + edgeGroup).statusCode(400);
    }

    @Test
    @DisplayName("uses of a key never exceed its maximum, however many agents come at once")
    void countsUsesAtomically() {
        Response key = keys.create(Keys.CONNECTORS, group, 7);
        Map<Integer, Long> byStatus = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> TestAgent.create()
                        .enroll(key.path("provisioningKey"))
                        .extract()
                        .statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(201, 7L, 400, 13L));
        tenant.get(Keys.CONNECTORS + "/" + key.path("id")).body("usageCount", equalTo("7"));
        tenant.get("connector").body("totalCount", equalTo("7"));
        TestAgent.create()
                .enroll(key.path("provisioningKey"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("nonce.usage.exceeded"));
    }

    @Test
    void refusesADisabledAndAnUnknownKey() {
        Response key = keys.create(Keys.CONNECTORS, group, 1);
        tenant.put(Keys.CONNECTORS + "/" + key.path("id"), Map.of("enabled", false))
                .statusCode(204);
        TestAgent.create()
                .enroll(key.<String>path("provisioningKey"))
                .statusCode(400)
                .body("code", equalTo("nonce.disabled"));
        TestAgent.create().enroll("3|api.example.com|AAAA").statusCode(400).body("code", equalTo("nonce.unknown"));
    }

    @Test
    void refusesAnAgentFromAnAddressThatTheKeyDoesNotHold() {
        Response key = keys.create(Keys.CONNECTORS, group, 1);
        String path = Keys.CONNECTORS + "/" + key.path("id");
        tenant.put(path, Map.of("ipAcl", List.of("192.0.2.0/24"))).statusCode(204);
        TestAgent.create().enroll(key.<String>path("provisioningKey")).statusCode(403);
        tenant.get(path).body("usageCount", equalTo("0"));
        tenant.put(path, Map.of("ipAcl", List.of("127.0.0.0/8"))).statusCode(204);
        TestAgent.create().enroll(key.<String>path("provisioningKey")).statusCode(201);
    }

    @Test
    void deletesManyAgentsAtOnceAndIgnoresUnknownOnes() {
        Response key = keys.create(Keys.CONNECTORS, group, 2);
        List<String> ids = IntStream.range(0, 2)
                .mapToObj(i -> TestAgent.create()
                        .enroll(key.path("provisioningKey"))
                        .extract()
                        .<String>path("agentId"))
                .toList();
        tenant.post("connector/bulkDelete", Map.of("ids", List.of(ids.get(0), ids.get(1), "7", "nonsense")))
                .statusCode(200)
                .header("Content-Type", nullValue());
        tenant.get("connector").body("totalCount", equalTo("0"));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    void namesWhatIsWrongWithARequest(String field, Object value) {
        String key = keys.create(Keys.CONNECTORS, group, 1).path("provisioningKey");
        Map<String, Object> body = Bodies.with(
                Map.of("provisioningKey", key, "csr", TestAgent.create().csr(), "name", "agent"), field, value);
        TestAgent.request(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", containsString(field));
        tenant.get("connector").body("totalCount", equalTo("0"));
        tenant.get(Keys.CONNECTORS).body("list[0].usageCount", equalTo("0"));
    }

    static Object[][] badRequests() {
        return new Object[][] {
            {"csr", null},
            {"csr", "nonsense"},
            {"csr", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----"},
            {"csr", TestAgent.csr(TestAgent.keys("RSA", 1024))},
            {"csr", 7},
            {"name", ""},
            {"name", "a\u0000b"},
            {"name", "x".repeat(300)},
            {"provisioningKey", null},
            {"kind", "SERVICE_EDGE"},
            {"kind", "TOASTER"}
        };
    }
}
