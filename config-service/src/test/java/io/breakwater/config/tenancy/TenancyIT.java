package io.breakwater.config.tenancy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** I8: a tenant never sees or affects another tenant. */
@RunningConfigService
class TenancyIT {
    private Tenant owner;
    private Tenant stranger;
    private Map<String, String> objects;

    @BeforeEach
    void prepare() {
        owner = Tenant.create();
        stranger = Tenant.create();
        objects = objectsOf(owner);
    }

    private static Map<String, String> objectsOf(Tenant tenant) {
        Map<String, String> ids = new LinkedHashMap<>();
        String connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        String serverGroup = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
        ids.put("appConnectorGroup", connectorGroup);
        ids.put("segmentGroup", segmentGroup);
        ids.put("serverGroup", serverGroup);
        ids.put("serviceEdgeGroup", tenant.create("serviceEdgeGroup", Bodies.edgeGroup()));
        ids.put("server", tenant.create("server", Bodies.server()));
        ids.put("application", tenant.create("application", Bodies.application(segmentGroup, serverGroup)));
        ids.put(
                Keys.CONNECTORS,
                new Keys(tenant).create(Keys.CONNECTORS, connectorGroup, 1).path("id"));
        ids.put("enrollmentCert", new Keys(tenant).certificate("Root"));
        return ids;
    }

    @Test
    @DisplayName("I8: an id of another tenant, an unknown one and one that is no id get the same answer")
    void anIdOfAnotherTenantIsAsUnknownAsAnyOther() {
        objects.forEach((resource, id) -> {
            for (String strange : List.of(id, "123456789012345678", "nonsense", "99999999999999999999999")) {
                stranger.get(resource + "/" + strange)
                        .statusCode(404)
                        .body("id", equalTo("resource.not.found"))
                        .body("params", contains(strange));
            }
            if (!resource.equals("enrollmentCert")) {
                stranger.put(resource + "/" + id, Map.of("name", "mine")).statusCode(404);
                stranger.delete(resource + "/" + id).statusCode(404);
                stranger.get(resource).body("list", hasSize(0));
            }
            owner.get(resource + "/" + id).statusCode(200);
        });
    }

    @Test
    @DisplayName("I8: another tenant's path answers as one that does not exist")
    void anotherTenantsPathDoesNotExist() {
        for (String path : List.of(owner.v1("server"), owner.v2("enrollmentCert"), "/zpa" + owner.v1("application"))) {
            stranger.request().get(path).then().statusCode(404).body("id", equalTo("resource.not.found"));
        }
        stranger.request().body(Bodies.server()).post(owner.v1("server")).then().statusCode(404);
        for (String path :
                List.of(owner.own("dr-settings"), owner.own("agents"), "/api/v1/customers/" + owner.customerId())) {
            stranger.request().get(path).then().statusCode(404).contentType("application/problem+json");
        }
        owner.get("server").body("totalCount", equalTo("1"));
    }

    @Test
    @DisplayName("I8: nothing can be linked to an object of another tenant")
    void nothingLinksToAnotherTenantsObjects() {
        String segmentGroup = stranger.create("segmentGroup", Bodies.segmentGroup());
        stranger.post("serverGroup", Bodies.serverGroup(objects.get("appConnectorGroup")))
                .statusCode(400)
                .body("params", contains("appConnectorGroups"));
        stranger.post("application", Bodies.application(objects.get("segmentGroup"), objects.get("serverGroup")))
                .statusCode(400)
                .body("params", contains("segmentGroupId"));
        stranger.post("application", Bodies.application(segmentGroup, objects.get("serverGroup")))
                .statusCode(400)
                .body("params", contains("serverGroups"));
        stranger.put(
                        "segmentGroup/" + segmentGroup,
                        Map.of("applications", List.of(Map.of("id", objects.get("application")))))
                .statusCode(400);
        owner.get("application/" + objects.get("application"))
                .body("segmentGroupId", equalTo(objects.get("segmentGroup")));
        stranger.get("application").body("totalCount", equalTo("0"));
    }

    @Test
    void twoTenantsMayUseTheSameName() {
        Map<String, Object> body = Bodies.server();
        owner.create("server", body);
        stranger.create("server", body);
    }

    @Test
    void withoutATokenNothingIsToBeSeen() {
        for (String path : List.of(
                owner.v1("server"),
                owner.v1("connector"),
                owner.v2("enrollmentCert"),
                owner.v1("visible/versionProfiles"))) {
            given().get(path).then().statusCode(401).body("id", equalTo("access.denied"));
            given().auth().oauth2("a.b.c").get(path).then().statusCode(401);
            given().auth().oauth2(Tenant.serviceToken()).get(path).then().statusCode(403);
        }
    }
}
