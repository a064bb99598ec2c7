package io.breakwater.config.configobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets an answer that names the field; nothing changes and nothing breaks. */
@RunningConfigService
class BadInputIT {
    /** One for all: what is refused leaves nothing behind. */
    private static Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = tenant == null ? Tenant.create() : tenant;
    }

    @ParameterizedTest
    @MethodSource("badConnectorGroups")
    void aConnectorGroup(String field, Object value) {
        tenant.post("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), field, value))
                .statusCode(400)
                .contentType("application/json")
                .body("id", equalTo("invalid.resource.argument"))
                .body("params", hasItem(field))
                .body("reason", containsString(field));
        tenant.get("appConnectorGroup").body("totalCount", equalTo("0"));
    }

    static Object[][] badConnectorGroups() {
        return new Object[][] {
            {"name", null},
            {"name", ""},
            {"name", "  "},
            {"name", 7},
            {"name", List.of("x")},
            {"name", "x".repeat(256)},
            {"name", "x".repeat(500_000)},
            {"name", "a\u0000b"},
            {"description", "\ud800"},
            {"latitude", "95"},
            {"latitude", "north"},
            {"latitude", null},
            {"latitude", true},
            {"latitude", "1E-999999999"},
            {"latitude", "37.1234567890123456"},
            {"longitude", "-180.1"},
            {"location", null},
            {"enabled", "perhaps"},
            {"enabled", 1},
            {"dnsQueryType", "IPV5"},
            {"upgradeDay", "SOMEDAY"},
            {"upgradeTimeInSecs", "86400"},
            {"upgradeTimeInSecs", "901"},
            {"versionProfileId", "77"},
            {"countryCode", "XX1"},
            {"dcHostingInfo", "x".repeat(65)},
            {"tcpQuickAckApp", false}
        };
    }

    @ParameterizedTest
    @MethodSource("badApplications")
    void anApplication(String field, Object value) {
        String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        Map<String, Object> good = Map.of(
                "name", Bodies.name("app"), "segmentGroupId", segmentGroup, "domainNames", List.of("a.example.com"));
        tenant.post("application", Bodies.with(good, field, value))
                .statusCode(400)
                .body("id", equalTo("invalid.resource.argument"))
                .body("params", hasItem(field));
        tenant.get("application").body("totalCount", equalTo("0"));
    }

    static Object[][] badApplications() {
        return new Object[][] {
            {"domainNames", null},
            {"domainNames", List.of()},
            {"domainNames", "a.example.com"},
            {"domainNames", List.of("not a name")},
            {"domainNames", List.of("a.*.example.com")},
            {"domainNames", List.of("10.0.0.0/33")},
            {"domainNames", Arrays.asList("a.example.com", null)},
            {"segmentGroupId", null},
            {"segmentGroupId", "1"},
            {"segmentGroupId", "nonsense"},
            {"serverGroups", List.of(Map.of("id", "1"))},
            {"serverGroups", List.of(Map.of("name", "no id"))},
            {"serverGroups", "1"},
            {"tcpPortRanges", List.of("0", "1")},
            {"tcpPortRanges", List.of("1", "65536")},
            {"tcpPortRanges", List.of("443", "80")},
            {"tcpPortRanges", List.of("80")},
            {"tcpPortRanges", List.of("x", "y")},
            {"tcpPortRange", List.of(Map.of("from", "80"))},
            {"tcpPortRange", List.of(Map.of("from", "0", "to", "0"))},
            {"udpPortRange", Map.of("from", "1")},
            {"tcpPortRanges", List.of(Map.of("from", "80", "to", "80"))},
            {"udpPortRange", List.of("80", "80")},
            {"bypassType", "SOMETIMES"},
            {"healthReporting", 3}
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{\"name\":\"x\"} trailing",
                "{\"name\":\"\\x\"}",
                "\u0000"
            })
    void aBodyThatIsNoObjectOrLacksTheName(String body) {
        tenant.request()
                .body(body)
                .post(tenant.v1("server"))
                .then()
                .statusCode(400)
                .body("id", equalTo("invalid.resource.argument"));
    }

    @Test
    void aBodyOfTwoMegabytes() {
        byte[] body = ("{\"name\":\"" + "x".repeat(2_000_000) + "\"}").getBytes();
        tenant.request().body(body).post(tenant.v1("server")).then().statusCode(413);
    }

    @Test
    @DisplayName("I9: a body that does not tell its size is no way around the limit")
    void aBodyOfTwoMegabytesInChunks() throws Exception {
        byte[] body = ("{\"name\":\"" + "x".repeat(2_000_000) + "\"}").getBytes();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + tenant.v1("server")))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + tenant.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try {
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .statusCode();
            assertThat(status).isEqualTo(413);
        } catch (IOException closed) {
            // the service ended the connection before all was sent
            assertThat(closed).isNotNull();
        }
        tenant.get("server?search=name STARTSWITH xxxx").body("totalCount", equalTo("0"));
    }

    @Test
    @DisplayName("I9: all bodies that are read at a time are bounded, and what was read is forgotten")
    void manyBodiesAtOnce() {
        Map<Integer, Long> byStatus = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> tenant.request()
                        .body("{\"name\":\"" + "x".repeat(900_000) + "\"}")
                        .post(tenant.v1("server"))
                        .statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(byStatus.keySet()).isSubsetOf(400, 429);
        tenant.post("server", Map.of("name", "x".repeat(900_000))).statusCode(400);
    }

    /** Not with REST-assured: it reads what it sends, to log it. */
    @Test
    void deeplyNestedJson() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + tenant.v1("server")))
                .header("Authorization", "Bearer " + tenant.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"a\":" + "[".repeat(100_000)))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("what is allowed is named, and what is not JSON is said to be so")
    void methodsAndContentTypes() {
        tenant.request()
                .patch(tenant.v1("server"))
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"))
                .header("Allow", containsString("POST"))
                .body("reason", containsString("POST"));
        tenant.request()
                .delete(tenant.v1("visible/versionProfiles"))
                .then()
                .statusCode(405)
                .header("Allow", containsString("GET"));
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            tenant.request()
                    .contentType(type)
                    .body("{\"name\":\"x\"}")
                    .post(tenant.v1("server"))
                    .then()
                    .statusCode(415)
                    .body("reason", containsString("application/json"));
        }
        tenant.request()
                .contentType("application/json; charset=UTF-8")
                .body(Bodies.server())
                .post(tenant.v1("server"))
                .then()
                .statusCode(201);
    }

    @Test
    void namesAndPlacesAreKeptInOneForm() {
        String id = tenant.create(
                "server", Map.of("name", "  a name\u00a0\t", "address", " db.example.com. ", "enabled", true));
        tenant.get("server/" + id).body("name", equalTo("a name")).body("address", equalTo("db.example.com"));
        tenant.post("server", Map.of("name", " A Name ", "address", "db.example.com"))
                .statusCode(400)
                .body("id", equalTo("duplicate.resource.name"));
        tenant.get("server?search=address EQ db.example.com. AND name EQ  a name ")
                .body("list.id", hasItem(id));
        String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        String application = tenant.create(
                "application",
                Map.of(
                        "name", Bodies.name("app"),
                        "segmentGroupId", segmentGroup,
                        "domainNames", List.of("A.Example.com.", "a.example.com", "192.0.2.1.", "*.x.example.")));
        tenant.get("application/" + application)
                .body("domainNames", equalTo(List.of("a.example.com", "192.0.2.1", "*.x.example")));
        tenant.delete("server/" + id).statusCode(204);
        tenant.delete("application/" + application).statusCode(204);
    }

    @Test
    void unknownPathsMethodsAndMicrotenants() {
        tenant.get("nothing").statusCode(404).body("id", equalTo("resource.not.found"));
        tenant.request().patch(tenant.v1("server")).then().statusCode(405);
        tenant.get("server?microtenantId=7").statusCode(404);
        tenant.get("server?microtenantId=0").statusCode(200);
        tenant.get("visible/versionProfiles?page=9223372036854775807&pagesize=500")
                .statusCode(200);
        tenant.get("visible/versionProfiles?search=name+EQ+default")
                .statusCode(200)
                .body("list[0].id", equalTo("0"));
    }

    @Test
    void aNameThatTwentyWritersWantAtOnceIsGivenOnce() {
        Map<String, Object> body = Bodies.server();
        Map<Integer, Long> byStatus = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> tenant.post("server", body).extract().statusCode())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of(201, 1L, 400, 19L));
        tenant.post(
                        "server",
                        Bodies.with(body, "name", body.get("name").toString().toUpperCase()))
                .statusCode(400)
                .body("id", equalTo("duplicate.resource.name"));
    }

    @Test
    void moreLinksThanATenantMayHaveObjects() {
        List<Map<String, Integer>> many =
                IntStream.range(0, 40_000).mapToObj(i -> Map.of("id", i)).toList();
        Map<String, Object> body =
                Map.of("name", Bodies.name("srvgrp"), "dynamicDiscovery", true, "appConnectorGroups", many);
        tenant.post("serverGroup", body).statusCode(400).body("params", hasItem("appConnectorGroups"));
    }

    @Test
    void strangeNamesComeBackAsTheyWere() {
        for (String name : List.of("שרת", "a\u202eb", "<b>&amp;</b>", "😀", "%_!'\"\\")) {
            String id = tenant.create("server", Bodies.with(Bodies.server(), "name", name));
            tenant.get("server/" + id).body("name", equalTo(name));
        }
    }

    @Test
    void aRefusedUpdateChangesNothing() {
        String id = tenant.create("server", Bodies.server());
        tenant.put("server/" + id, Map.of("name", "new name", "address", "not an address"))
                .statusCode(400);
        tenant.get("server/" + id).body("address", equalTo("192.0.2.10")).body("description", equalTo("d"));
    }
}
