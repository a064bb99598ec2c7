package io.breakwater.config.microtenant;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Clients;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Microtenants and what is seen inside of them. */
@RunningConfigService
class MicrotenantIT {
    private Tenant tenant;
    private String microtenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        microtenant = tenant.create("microtenants", body("North", "example.com"));
    }

    private static Map<String, Object> body(String name, String domain) {
        return Map.of("name", name, "criteriaAttribute", "AuthDomain", "criteriaAttributeValues", List.of(domain));
    }

    private String inside(String resource) {
        return resource + (resource.contains("?") ? "&" : "?") + "microtenantId=" + microtenant;
    }

    @Test
    @DisplayName("Whoever read an object before somebody changed it deletes it only knowingly")
    void deletesWhatWasRead() {
        String tag = tenant.get("microtenants/" + microtenant).extract().header("ETag");
        tenant.put("microtenants/" + microtenant, Map.of("description", "changed"))
                .statusCode(204);
        tenant.request()
                .header("If-Match", tag)
                .delete(tenant.v1("microtenants/" + microtenant))
                .then()
                .statusCode(412);
        String server = tenant.create("server", Bodies.server());
        String read = tenant.get("server/" + server).extract().header("ETag");
        tenant.put("server/" + server, Map.of("address", "192.0.2.99")).statusCode(204);
        tenant.request()
                .header("If-Match", read)
                .delete(tenant.v1("server/" + server))
                .then()
                .statusCode(412);
        tenant.delete("server/" + server).statusCode(204);
    }

    @Test
    @DisplayName("A key of a microtenant does not change the schedules, which are the whole tenant's (I8)")
    void doesNotChangeTheTenantsSchedules() {
        Tenant confined = Clients.inMicrotenant(tenant, microtenant, "28");
        for (String kind : List.of("connectorSchedule", "serviceEdgeSchedule")) {
            String id = tenant.get(kind).extract().path("id");
            confined.put(kind + "/" + id, Map.of("enabled", true)).statusCode(403);
            tenant.get(kind).body("enabled", equalTo(false));
            tenant.put(kind + "/" + id, Map.of("enabled", true)).statusCode(204);
        }
    }

    @Test
    void theDefaultOneIsListedFirstAndCannotBeChanged() {
        tenant.get("microtenants")
                .body("list.name", contains("Default", "North"))
                .body("list[0].id", equalTo("0"));
        tenant.get("microtenants/summary").body("name", contains("Default", "North"));
        tenant.get("microtenants?includeRoles=true").body("list[1].roles", hasSize(3));
        tenant.put("microtenants/0", Map.of("name", "mine")).statusCode(400);
        tenant.delete("microtenants/0").statusCode(400);
        tenant.get("microtenants/0").body("name", equalTo("Default"));
    }

    @Test
    void aNewOneStartsWithAnAdministratorWhosePasswordIsToldOnce() {
        tenant.put("microtenants/" + microtenant, Map.of("name", "West")).statusCode(204);
        tenant.delete("microtenants/" + microtenant).statusCode(204);
        tenant.post("microtenants", body("South", "example.com"))
                .statusCode(201)
                .body("user.password", notNullValue())
                .body("user.roleId", equalTo("30"));
        tenant.get("microtenants?search=name+EQ+south").body("list[0].user", nullValue());
    }

    @Test
    void aDomainIsTheTenantsAndSelectsOneMicrotenant() {
        tenant.post("microtenants", body("Other", "elsewhere.test"))
                .statusCode(400)
                .body("id", equalTo("domains.does.not.belong.to.customer"));
        tenant.post("microtenants", body("Other", "example.com"))
                .statusCode(400)
                .body("id", equalTo("domains.already.exists.in.other.microtenant"));
        tenant.post("microtenants", Bodies.with(body("Other", "example.com"), "criteriaAttributeValues", List.of()))
                .statusCode(400)
                .body("params", contains("criteriaAttributeValues"));
    }

    @Test
    @DisplayName("I8: what is in one microtenant is not seen in another")
    void objectsAreSeenInTheirMicrotenantOnly() {
        String server = tenant.create(inside("server"), Bodies.server());
        tenant.get("server").body("list", empty());
        tenant.get("server/" + server).statusCode(404);
        tenant.put("server/" + server, Map.of("name", "x")).statusCode(404);
        tenant.get(inside("server/" + server))
                .body("microtenantId", equalTo(microtenant))
                .body("microtenantName", equalTo("North"));
        tenant.create("server", Bodies.server());
        tenant.get(inside("server")).body("list.id", contains(server));
        tenant.delete("microtenants/" + microtenant).statusCode(400).body("id", equalTo("resource.referenced"));
        tenant.get("server?microtenantId=7").statusCode(404);
    }

    @Test
    @DisplayName("I8: nothing links across microtenants")
    void nothingLinksAcrossMicrotenants() {
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        tenant.post(inside("serverGroup"), Bodies.serverGroup(group))
                .statusCode(400)
                .body("params", contains("appConnectorGroups"));
        String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        tenant.post(
                        inside("application"),
                        Map.of("name", "a", "domainNames", List.of("a.test"), "segmentGroupId", segmentGroup))
                .statusCode(400)
                .body("params", contains("segmentGroupId"));
    }

    @Test
    @DisplayName("I8: a key of a microtenant stays in it")
    void aKeyOfAMicrotenantStaysInIt() {
        tenant.create("server", Bodies.server());
        String own = tenant.create(inside("server"), Bodies.server());
        Tenant confined = Clients.inMicrotenant(tenant, microtenant, "28");
        confined.get("server").body("list.id", contains(own));
        confined.get("server?search=name%2BLIKE%2Bserver&microtenantId=" + microtenant)
                .body("list.id", contains(own));
        confined.get("server?microtenantId=0").statusCode(404);
        confined.create("server", Bodies.server());
        tenant.get(inside("server")).body("totalCount", equalTo("2"));
        confined.post("microtenants", body("Mine", "example.com")).statusCode(403);
        confined.request().get(confined.own("dr-settings")).then().statusCode(403);
        confined.post("apiKeys", Map.of("name", "free", "roleId", "28")).statusCode(403);
    }

    @Test
    void aSharedSegmentIsSeenButNotChangedByTheOthers() {
        String id = application("");
        tenant.request()
                .body(Map.of("shareToMicrotenants", List.of(microtenant)))
                .put(tenant.v1("application/" + id + "/share"))
                .then()
                .statusCode(204);
        tenant.get("application/" + id).body("sharedMicrotenantDetails.sharedToMicrotenants.id", contains(microtenant));
        tenant.get(inside("application")).body("list.id", contains(id));
        tenant.put(inside("application/" + id), Map.of("name", "mine")).statusCode(403);
        given().auth()
                .oauth2(Tenant.serviceToken())
                .get(tenant.own("dr-view"))
                .then()
                .statusCode(200)
                .body("applicationSegments[0].sharedWithMicrotenants", contains(microtenant));
        tenant.request()
                .body(Map.of("shareToMicrotenants", List.of("999")))
                .put(tenant.v1("application/" + id + "/share"))
                .then()
                .statusCode(400);
        tenant.request()
                .body(Map.of("shareToMicrotenants", List.of()))
                .put(tenant.v1("application/" + id + "/share"))
                .then()
                .statusCode(204);
        tenant.get(inside("application")).body("list", empty());
    }

    @Test
    void aSegmentMovesWithGroupsOfItsNewMicrotenant() {
        String id = application("");
        String segmentGroup = tenant.create(inside("segmentGroup"), Bodies.segmentGroup());
        String connectorGroup = tenant.create(inside("appConnectorGroup"), Bodies.connectorGroup());
        String serverGroup = tenant.create(inside("serverGroup"), Bodies.serverGroup(connectorGroup));
        Map<String, String> target = Map.of(
                "targetMicrotenantId", microtenant,
                "targetSegmentGroupId", segmentGroup,
                "targetServerGroupId", serverGroup);
        tenant.post("application/" + id + "/move", Bodies.with(new HashMap<>(target), "targetSegmentGroupId", "1"))
                .statusCode(400);
        tenant.post("application/" + id + "/move", target).statusCode(204);
        tenant.get("application/" + id).statusCode(404);
        tenant.get(inside("application/" + id))
                .body("segmentGroupId", equalTo(segmentGroup))
                .body("serverGroups.id", contains(serverGroup));
    }

    private String application(String query) {
        String segmentGroup = tenant.create("segmentGroup" + query, Bodies.segmentGroup());
        String connectorGroup = tenant.create("appConnectorGroup" + query, Bodies.connectorGroup());
        String serverGroup = tenant.create("serverGroup" + query, Bodies.serverGroup(connectorGroup));
        return tenant.create("application" + query, Bodies.application(segmentGroup, serverGroup));
    }

    @Test
    void areFoundByBothFormsOfTheSearchRequest() {
        Map<String, Object> asList = Map.of(
                "filterBy", List.of(Map.of("filterName", "name", "operator", "EQ", "values", List.of("north"))),
                "pageBy", Map.of("page", 1, "pageSize", 20));
        Map<String, Object> asGroups = Map.of(
                "filterBy",
                Map.of(
                        "filterGroups",
                        List.of(Map.of(
                                "filters",
                                List.of(Map.of("filterName", "name", "operator", "LIKE", "value", "nor"))))));
        tenant.post("microtenants/search", asList).body("list.id", contains(microtenant));
        tenant.post("microtenants/search", asGroups).body("list.id", contains(microtenant));
        tenant.post("microtenants/search", Map.of("filterBy", List.of(Map.of("filterName", "nothing"))))
                .statusCode(400);
    }
}
