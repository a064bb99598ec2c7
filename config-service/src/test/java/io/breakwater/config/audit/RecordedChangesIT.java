package io.breakwater.config.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every object that a request changes has its entry, with what it was before and after. */
@RunningConfigService
class RecordedChangesIT {
    private Tenant tenant;
    private String connectorGroup;
    private String segmentGroup;
    private String serverGroup;
    private String segment;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        serverGroup = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
        segment = tenant.create("application", Bodies.application(segmentGroup, serverGroup));
    }

    private ValidatableResponse last(String kind) {
        return tenant.request()
                .get(tenant.own("audit?limit=1&kind=" + kind))
                .then()
                .statusCode(200);
    }

    @Test
    void aSegmentThatItsNewGroupBringsIn() {
        String other = tenant.create("segmentGroup", Bodies.segmentGroup());
        tenant.put("segmentGroup/" + other, Map.of("applications", List.of(Map.of("id", segment))))
                .statusCode(204);
        last("application")
                .body("entries[0].content.objectId", equalTo(segment))
                .body("entries[0].content.before.segmentGroupId", equalTo(segmentGroup))
                .body("entries[0].content.after.segmentGroupId", equalTo(other));
    }

    @Test
    void aSegmentThatLosesAServerGroup() {
        tenant.delete("serverGroup/" + serverGroup + "?forceDelete=true").statusCode(204);
        last("application").body("entries[0].content.before.serverGroups", contains(serverGroup));
        last("serverGroup").body("entries[0].content.before.appConnectorGroups", contains(connectorGroup));
    }

    @Test
    void weightsAndShares() {
        tenant.put(
                        "application/" + segment + "/weightedLbConfig",
                        Map.of(
                                "weightedLoadBalancing",
                                true,
                                "applicationToServerGroupMappings",
                                List.of(Map.of("id", serverGroup, "weight", "7"))))
                .statusCode(204);
        last("application")
                .body("entries[0].content.before.applicationToServerGroupMappings[0].weight", equalTo("0"))
                .body("entries[0].content.after.applicationToServerGroupMappings[0].weight", equalTo("7"));
    }

    @Test
    @DisplayName("Groups that follow a version profile, and administrators that go with their microtenant")
    void whatFollows() {
        tenant.put("versionProfiles/1", Map.of("removeOverrideFlag", true)).statusCode(204);
        last("appConnectorGroup")
                .body("entries[0].content.before.versionProfileId", equalTo("0"))
                .body("entries[0].content.after.versionProfileId", equalTo("1"));
        String microtenant = tenant.create(
                "microtenants",
                Map.of(
                        "name", "North",
                        "criteriaAttribute", "AuthDomain",
                        "criteriaAttributeValues", List.of("example.com")));
        tenant.delete("microtenants/" + microtenant).statusCode(204);
        last("administrator")
                .body("entries.content.action", hasItem("DELETE"))
                .body("entries[0].content.objectName", equalTo("admin-" + microtenant + "@example.com"));
    }

    @Test
    @DisplayName("That a password was changed is told, never which it is")
    void aChangedPassword() {
        String admin = tenant.create(
                "administrators",
                Map.of(
                        "username", "eve@example.com",
                        "displayName", "Eve",
                        "email", "eve@example.com",
                        "roleId", "28",
                        "password", "Sesame-open-1"));
        tenant.put("administrators/" + admin, Map.of("password", "Sesame-open-2"))
                .statusCode(204);
        last("administrator").body("entries[0].content.after.password", equalTo("********"));
        tenant.get("administrators?search=name+EQ+eve@example.com").body("totalCount", equalTo("1"));
    }
}
