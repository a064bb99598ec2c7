package io.breakwater.config.servergroup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Server groups and servers. */
@RunningConfigService
class ServerGroupIT {
    private Tenant tenant;
    private String connectorGroup;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
    }

    @Test
    void survivesThePythonClientsReadMergeAndWriteBack() {
        String id = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
        Map<String, Object> whole =
                new HashMap<>(tenant.get("serverGroup/" + id).extract().<Map<String, Object>>path(""));
        whole.put("applications", List.of());
        whole.put("servers", null);
        whole.put("name", "renamed " + id);
        tenant.put("serverGroup/" + id, whole).statusCode(204);
        tenant.get("serverGroup/" + id)
                .body("name", equalTo("renamed " + id))
                .body("appConnectorGroups.id", contains(connectorGroup))
                .body("appConnectorGroups[0].latitude", nullValue());
    }

    @Test
    void withoutDiscoveryNeedsAServer() {
        Map<String, Object> body = Bodies.with(Bodies.serverGroup(connectorGroup), "dynamicDiscovery", false);
        tenant.post("serverGroup", body).statusCode(400).body("params", contains("servers"));
        tenant.get("serverGroup").body("totalCount", equalTo("0"));
        String server = tenant.create("server", Bodies.server());
        String id = tenant.create("serverGroup", Bodies.with(body, "servers", List.of(Map.of("id", server))));
        tenant.get("serverGroup/" + id).body("servers.id", contains(server));
        tenant.delete("server/" + server).statusCode(400).body("id", equalTo("resource.referenced"));
        tenant.put("serverGroup/" + id, Map.of("dynamicDiscovery", true)).statusCode(204);
        tenant.delete("server/" + server).statusCode(204);
    }

    @Test
    void takesTheNameFromBeforeWhenTerraformLeavesItOut() {
        Map<String, Object> body = Bodies.serverGroup(connectorGroup);
        String id = tenant.create("serverGroup", body);
        tenant.put("serverGroup/" + id, Map.of("enabled", false, "dynamicDiscovery", true))
                .statusCode(204);
        tenant.get("serverGroup/" + id)
                .body("name", equalTo(body.get("name")))
                .body("enabled", equalTo(false))
                .body("appConnectorGroups", hasSize(1));
    }

    @Test
    void refusesAnUnknownConnectorGroup() {
        tenant.post("serverGroup", Bodies.serverGroup("123456789012345678"))
                .statusCode(400)
                .body("id", equalTo("invalid.resource.argument"))
                .body("params", contains("appConnectorGroups"));
        tenant.get("serverGroup").body("totalCount", equalTo("0"));
    }

    @Test
    void aServersDescriptionIsClearedByAnUpdateWithoutIt() {
        String id = tenant.create("server", Bodies.server());
        tenant.put("server/" + id, Map.of("name", "renamed " + id)).statusCode(204);
        tenant.get("server/" + id).body("description", nullValue()).body("address", equalTo("192.0.2.10"));
        tenant.get("server/summary")
                .body("list[0]", equalTo(Map.of("id", id, "name", "renamed " + id, "enabled", true)));
    }
}
