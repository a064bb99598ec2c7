package io.breakwater.config.application;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Application segments with all that they hang on, as ZPA's clients make, change and delete them. */
@RunningConfigService
class ApplicationIT {
    private static final String APPLICATION = "application";

    private Tenant tenant;
    private String connectorGroup;
    private String segmentGroup;
    private String serverGroup;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        serverGroup = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
    }

    @Test
    void followsTheRecordedSequence() {
        Map<String, Object> body = Bodies.application(segmentGroup, serverGroup);
        String id = tenant.post(APPLICATION, body)
                .statusCode(201)
                .body("tcpPortRanges", contains("9001", "9001"))
                .extract()
                .path("id");
        tenant.get(APPLICATION + "?search=name%2BEQ%2B"
                        + body.get("name").toString().replace(' ', '+'))
                .statusCode(200)
                .body("totalCount", equalTo("1"))
                .body("list[0].id", equalTo(id));
        tenant.put(
                        APPLICATION + "/" + id,
                        Map.of(
                                "tcpPortRange", List.of(Map.of("from", "9002", "to", "9002")),
                                "tcpPortRanges", List.of(),
                                "udpPortRange", List.of(),
                                "udpPortRanges", List.of()))
                .statusCode(204);
        tenant.get(APPLICATION + "/" + id)
                .body("name", equalTo(body.get("name")))
                .body("tcpPortRange", contains(Map.of("from", "9002", "to", "9002")))
                .body("tcpPortRanges", contains("9002", "9002"))
                .body("udpPortRange", nullValue())
                .body("segmentGroupId", equalTo(segmentGroup))
                .body("segmentGroupName", hasTheNameOf("segmentGroup", segmentGroup))
                .body("serverGroups[0].id", equalTo(serverGroup))
                .body("serverGroups[0].weight", equalTo("0"));
        tenant.delete(APPLICATION + "/" + id + "?forceDelete=true").statusCode(204);
        tenant.delete("serverGroup/" + serverGroup).statusCode(204);
        tenant.delete("appConnectorGroup/" + connectorGroup).statusCode(204);
        tenant.delete("segmentGroup/" + segmentGroup).statusCode(204);
    }

    private Matcher<String> hasTheNameOf(String resource, String id) {
        return equalTo(tenant.get(resource + "/" + id).extract().<String>path("name"));
    }

    @Test
    void isIncompleteForDrUntilAServerGroupLeadsToADrConnectorGroup() {
        String id = tenant.create(APPLICATION, Bodies.application(segmentGroup, serverGroup));
        tenant.get(APPLICATION + "/" + id).body("isIncompleteDRConfig", equalTo(true));
        tenant.put("appConnectorGroup/" + connectorGroup, Map.of("useInDrMode", true))
                .statusCode(204);
        tenant.get(APPLICATION + "/" + id).body("isIncompleteDRConfig", equalTo(false));
    }

    @Test
    void keepsWhatAnUpdateLeavesOutButForTheDescription() {
        Map<String, Object> body = Bodies.with(
                Bodies.with(Bodies.application(segmentGroup, serverGroup), "description", "gone soon"),
                "udpPortRanges",
                List.of("53", "53"));
        String id = tenant.create(APPLICATION, body);
        tenant.put(APPLICATION + "/" + id, Map.of("name", "other " + id)).statusCode(204);
        tenant.get(APPLICATION + "/" + id)
                .body("description", nullValue())
                .body("useInDrMode", equalTo(true))
                .body("udpPortRanges", contains("53", "53"))
                .body("domainNames", contains("app.example.com"))
                .body("serverGroups", hasSize(1));
        tenant.put(APPLICATION + "/" + id, Map.of("serverGroups", List.of())).statusCode(204);
        tenant.get(APPLICATION + "/" + id).body("serverGroups", hasSize(0));
    }

    @Test
    void keepsWhatIsUsedFromBeingDeleted() {
        tenant.create(APPLICATION, Bodies.application(segmentGroup, serverGroup));
        for (String used : List.of(
                "segmentGroup/" + segmentGroup, "serverGroup/" + serverGroup, "appConnectorGroup/" + connectorGroup)) {
            tenant.delete(used).statusCode(400).body("id", equalTo("resource.referenced"));
            tenant.get(used).statusCode(200);
        }
    }

    @Test
    void movesBetweenSegmentGroups() {
        String id = tenant.create(APPLICATION, Bodies.application(segmentGroup, serverGroup));
        String other = tenant.create("segmentGroup", Bodies.segmentGroup());
        tenant.request()
                .body(Map.of("addedApps", List.of(id), "enabled", true))
                .put(tenant.v2("segmentGroup/" + other))
                .then()
                .statusCode(204);
        tenant.get("segmentGroup/" + other)
                .body("applications.id", hasItem(id))
                .body("applications[0].domainName", equalTo("app.example.com"));
        tenant.get("segmentGroup/" + segmentGroup).body("applications", nullValue());
    }

    @Test
    void acceptsWhatTheGoClientSendsBack() {
        String id = tenant.create(APPLICATION, Bodies.application(segmentGroup, serverGroup));
        Map<String, Object> read = tenant.get(APPLICATION + "/" + id).extract().path("");
        tenant.put(APPLICATION + "/" + id, Bodies.with(read, "microtenantId", ""))
                .statusCode(204);
        tenant.get(APPLICATION + "/" + id)
                .body("serverGroups", hasSize(1))
                .body("tcpPortRanges", contains("9001", "9001"));
    }
}
