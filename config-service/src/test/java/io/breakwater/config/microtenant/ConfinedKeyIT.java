package io.breakwater.config.microtenant;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Clients;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A key that belongs to a microtenant reaches nothing beyond it (I8). */
@RunningConfigService
class ConfinedKeyIT {
    private Tenant tenant;
    private String microtenant;
    private Tenant confined;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        microtenant = tenant.create(
                "microtenants",
                Map.of(
                        "name", "North",
                        "criteriaAttribute", "AuthDomain",
                        "criteriaAttributeValues", List.of("example.com")));
        confined = Clients.inMicrotenant(tenant, microtenant, "30");
    }

    @Test
    @DisplayName("Nobody outside of a microtenant holds a role that its administrators could raise")
    void rolesOfAMicrotenantStayInIt() {
        String role = confined.create("roles", Map.of("name", "Local"));
        tenant.post("apiKeys", Map.of("name", "raised later", "roleId", role))
                .statusCode(400)
                .body("params", contains("roleId"));
        tenant.post(
                        "administrators",
                        Map.of(
                                "username", "eve@example.com",
                                "displayName", "Eve",
                                "email", "eve@example.com",
                                "roleId", role,
                                "password", "Sesame-open-1"))
                .statusCode(400)
                .body("params", contains("roleId"));
        confined.post("apiKeys", Map.of("name", "inside", "roleId", role)).statusCode(201);
    }

    @Test
    @DisplayName("A segment is neither moved nor shown to another microtenant by a key that belongs to one")
    void segmentsStayWhereTheyAre() {
        String outerSegments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String outerServers = tenant.create(
                "serverGroup", Bodies.serverGroup(tenant.create("appConnectorGroup", Bodies.connectorGroup())));
        String segment = confined.create(
                "application",
                Bodies.application(
                        confined.create("segmentGroup", Bodies.segmentGroup()),
                        confined.create(
                                "serverGroup",
                                Bodies.serverGroup(confined.create("appConnectorGroup", Bodies.connectorGroup())))));
        Map<String, Object> move = Map.of(
                "targetMicrotenantId", "0",
                "targetSegmentGroupId", outerSegments,
                "targetServerGroupId", outerServers);
        confined.post("application/" + segment + "/move", move)
                .statusCode(400)
                .body("params", contains("targetMicrotenantId"));
        confined.put("application/" + segment + "/share", Map.of("shareToMicrotenants", List.of("0")))
                .statusCode(400)
                .body("params", contains("shareToMicrotenants"));
        confined.get("application/" + segment).body("microtenantId", equalTo(microtenant));
        tenant.post("application/" + segment + "/move?microtenantId=" + microtenant, move)
                .statusCode(204);
        tenant.get("application/" + segment).body("segmentGroupId", equalTo(outerSegments));
    }

    @Test
    @DisplayName("No spelling of the query's key leads out of the microtenant")
    void staysInsideHoweverItAsks() {
        String outside = tenant.create("server", Bodies.server());
        confined.create("server", Bodies.with(Bodies.server(), "name", "a&b %"));
        for (String key : List.of("microtenantid", "MICROTENANTID", "%6dicrotenantId", "microtenantId")) {
            confined.request()
                    .urlEncodingEnabled(false)
                    .get(tenant.v1("server?" + key + "=0"))
                    .then()
                    .statusCode(404);
            confined.request()
                    .urlEncodingEnabled(false)
                    .delete(tenant.v1("server/" + outside + "?" + key + "=0"))
                    .then()
                    .statusCode(404);
            confined.request()
                    .urlEncodingEnabled(false)
                    .get(tenant.v1("server?search=name+EQ+a%26b+%25&" + key + "=" + microtenant))
                    .then()
                    .statusCode(200)
                    .body("totalCount", equalTo("1"));
        }
        tenant.get("server/" + outside).statusCode(200);
    }

    @Test
    void isToldWhereItBelongs() {
        confined.request()
                .get("/mgmtconfig/v1/admin/me")
                .then()
                .body("microtenantId", equalTo(microtenant))
                .body("microtenantName", equalTo("North"));
    }

    @Test
    @DisplayName("Every refusal is in the audit trail, whatever the path")
    void refusalsAreRecorded() {
        Tenant powerless = Clients.withRole(tenant, tenant.create("roles", Map.of("name", "Nothing")));
        powerless.get("permissionGroups").statusCode(403);
        powerless.post("application/validate", Map.of()).statusCode(403);
        tenant.request()
                .get(tenant.own("audit?action=REFUSED"))
                .then()
                .body("entries.content.objectName", contains(startsWith("POST "), startsWith("GET ")));
    }

    @Test
    @DisplayName("A microtenant with something in it is not deleted; the refusal names what")
    void namesWhatKeepsAMicrotenant() {
        String name = Bodies.name("kept");
        confined.create("segmentGroup", Map.of("name", name));
        tenant.delete("apiKeys/" + keyOf(confined) + "?microtenantId=" + microtenant)
                .statusCode(204);
        tenant.delete("microtenants/" + microtenant)
                .statusCode(400)
                .body("id", equalTo("resource.referenced"))
                .body("params", contains("segmentGroup", name));
    }

    private String keyOf(Tenant client) {
        return tenant.get("apiKeys?microtenantId=" + microtenant)
                .extract()
                .path("list.find { it.clientId == '" + client.clientId() + "' }.id");
    }

    @Test
    @DisplayName("Filters of a search, and groups of them, are joined as they say")
    void searchJoinsAsItIsTold() {
        Map<String, Object> north = Map.of("filterName", "name", "operator", "EQ", "values", List.of("North"));
        Map<String, Object> base = Map.of("filterName", "name", "operator", "EQ", "values", List.of("Default"));
        search(Map.of("filterGroups", List.of(Map.of("filters", List.of(north, base), "operator", "OR"))), "2");
        search(Map.of("filterGroups", List.of(Map.of("filters", List.of(north, base), "operator", "AND"))), "0");
        List<Map<String, Object>> groups = List.of(Map.of("filters", List.of(north)), Map.of("filters", List.of(base)));
        search(Map.of("filterGroups", groups, "operator", "OR"), "2");
        search(Map.of("filterGroups", groups, "operator", "AND"), "0");
    }

    private void search(Map<String, Object> filterBy, String found) {
        tenant.post("microtenants/search", Map.of("filterBy", filterBy))
                .statusCode(200)
                .body("totalCount", equalTo(found));
    }
}
