package io.breakwater.config.connectorgroup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The recorded sequence of ZPA's Python client, and the rules of this resource. */
@RunningConfigService
class ConnectorGroupIT {
    private static final String GROUP = "appConnectorGroup";

    @Test
    void isCreatedReadRenamedListedAndDeletedAsRecorded() {
        Tenant tenant = Tenant.create();
        Map<String, Object> body = Bodies.connectorGroup();
        String id = tenant.post(GROUP, body)
                .statusCode(201)
                .contentType("application/json")
                .body("name", equalTo(body.get("name")))
                .body("microtenantName", nullValue())
                .body("version", nullValue())
                .extract()
                .path("id");
        tenant.get(GROUP + "/" + id)
                .statusCode(200)
                .body("id", matchesPattern("[0-9]{18}"))
                .body("latitude", equalTo("37.33874"))
                .body("upgradeTimeInSecs", equalTo("66600"))
                .body("creationTime", matchesPattern("[0-9]{10}"))
                .body("enabled", equalTo(true))
                .body("microtenantName", equalTo("Default"))
                .body("microtenantId", nullValue())
                .body("version.version_profile_gid", equalTo("0"));
        tenant.put(GROUP + "/" + id, Map.of("name", "renamed " + id))
                .statusCode(204)
                .header("Content-Type", nullValue());
        tenant.get(GROUP + "/" + id)
                .body("name", equalTo("renamed " + id))
                .body("description", equalTo("a group"))
                .body("location", startsWith("San Jose"));
        tenant.get(GROUP).body("totalCount", equalTo("1")).body("list", hasSize(1));
        tenant.delete(GROUP + "/" + id).statusCode(204);
        tenant.get(GROUP + "/" + id).statusCode(404).body("id", equalTo("resource.not.found"));
    }

    @Test
    void answersWithTheZpaPrefixToo() {
        Tenant tenant = Tenant.create();
        tenant.create(GROUP, Bodies.connectorGroup());
        tenant.request().get("/zpa" + tenant.v1(GROUP)).then().statusCode(200).body("totalCount", equalTo("1"));
    }

    @Test
    @DisplayName("I7: of concurrent edits of one object none is lost")
    void keepsEveryConcurrentEdit() {
        Tenant tenant = Tenant.create();
        String path = GROUP + "/" + tenant.create(GROUP, Bodies.connectorGroup());
        Map<String, Object> edits = Map.of(
                "description", "edited",
                "location", "Boston",
                "upgradeDay", "MONDAY",
                "dcHostingInfo", "cage 7",
                "useInDrMode", true,
                "praEnabled", false,
                "dnsQueryType", "IPV6",
                "cityCountry", "Boston, US");
        edits.entrySet().parallelStream()
                .forEach(edit ->
                        tenant.put(path, Map.of(edit.getKey(), edit.getValue())).statusCode(204));
        ValidatableResponse read = tenant.get(path);
        edits.forEach((field, value) -> read.body(field, equalTo(value)));
    }

    @Test
    void isInAMicrotenantThatExists() {
        Tenant tenant = Tenant.create();
        tenant.post(GROUP, Bodies.with(Bodies.connectorGroup(), "microtenantId", "7"))
                .statusCode(404);
        tenant.post(GROUP, Bodies.with(Bodies.connectorGroup(), "microtenantId", ""))
                .statusCode(201);
        tenant.post(GROUP + "?microtenantId=0", Bodies.connectorGroup()).statusCode(201);
    }

    @Test
    void takesTheEmptyObjectsThatThePythonClientSendsWithEveryRequest() {
        Tenant tenant = Tenant.create();
        String path = tenant.v1(GROUP + "/" + tenant.create(GROUP, Bodies.connectorGroup()));
        tenant.request().body("{}").get(path).then().statusCode(200);
        tenant.request().body("{}").delete(path).then().statusCode(204);
    }

    @Test
    void leadsToItsServerGroups() {
        Tenant tenant = Tenant.create();
        String id = tenant.create(GROUP, Bodies.connectorGroup());
        String serverGroup = tenant.create("serverGroup", Bodies.serverGroup(id));
        tenant.get(GROUP + "/" + id + "/sg").statusCode(200).body("serverGroups.id", contains(serverGroup));
    }
}
