package io.breakwater.config.server;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Servers and the server groups that they are in. */
@RunningConfigService
class ServerIT {
    private static final String GROUPS = "appServerGroupIds";

    private Tenant tenant;
    private String first;
    private String fixed;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        first = tenant.create("server", Bodies.server());
        fixed = tenant.create(
                "serverGroup",
                Map.of(
                        "name",
                        Bodies.name("fixed"),
                        "dynamicDiscovery",
                        false,
                        "servers",
                        List.of(Map.of("id", first)),
                        "appConnectorGroups",
                        List.of()));
    }

    @Test
    void joinsAndLeavesTheGroupsThatItNames() {
        String second = tenant.create("server", Bodies.with(Bodies.server(), GROUPS, List.of(fixed)));
        tenant.get("server/" + second).body(GROUPS, contains(fixed));
        tenant.get("serverGroup/" + fixed).body("servers.id", contains(first, second));
        tenant.put("server/" + second, Map.of("address", "192.0.2.7")).statusCode(204);
        tenant.get("server/" + second).body(GROUPS, contains(fixed));
        tenant.put("server/" + second, Map.of(GROUPS, List.of())).statusCode(204);
        tenant.get("server/" + second).body(GROUPS, nullValue());
    }

    @Test
    @DisplayName("A group keeps at least one server, and one that discovers them itself takes none")
    void leavesGroupsAsTheyMustBe() {
        tenant.put("server/" + first, Map.of(GROUPS, List.of())).statusCode(400).body("params", contains(GROUPS));
        String dynamic = tenant.create(
                "serverGroup", Bodies.serverGroup(tenant.create("appConnectorGroup", Bodies.connectorGroup())));
        for (String group : List.of(dynamic, "999")) {
            tenant.post("server", Bodies.with(Bodies.server(), GROUPS, List.of(group)))
                    .statusCode(400)
                    .body("params", contains(GROUPS));
        }
        tenant.get("server").body("totalCount", equalTo("1"));
    }

    @Test
    @DisplayName("A group may be made together with its only server")
    void makesAGroupWithANewServer() {
        Map<String, Object> server = Bodies.with(Bodies.server(), GROUPS, List.of());
        String group = tenant.create(
                "serverGroup",
                Map.of("name", Bodies.name("new"), "dynamicDiscovery", false, "servers", List.of(server)));
        tenant.get("serverGroup/" + group).body("servers.name", contains(server.get("name")));
    }

    @Test
    void aGroupThatDiscoversItsServersMakesNone() {
        Map<String, Object> group = Bodies.serverGroup(tenant.create("appConnectorGroup", Bodies.connectorGroup()));
        tenant.create("serverGroup", Bodies.with(group, "servers", List.of(Bodies.server())));
        tenant.get("server").body("totalCount", equalTo("1"));
    }
}
