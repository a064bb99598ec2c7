package io.breakwater.config.readiness;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.StubController;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.breakwater.testsupport.dns.BindServer;
import io.restassured.response.ValidatableResponse;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a DR segment lacks, one gap after the other, until nothing is missing. */
@RunningConfigService
class DrCoverageIT {
    private static final String ZONE = "readiness.test";
    private static final String DOMAIN = "dr.readiness.test";

    private Tenant tenant;
    private BindServer dns;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        dns = BindServer.start(ZONE, Optional.empty());
    }

    @AfterEach
    void stop() {
        if (dns != null) { // without BIND the test was skipped before it started one
            dns.close();
        }
    }

    @Test
    @DisplayName("Each gap names its object and its fix; mending one after the other ends with a complete segment")
    void fromNothingToComplete() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectors = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String servers = tenant.create("serverGroup", Bodies.serverGroup(connectors));
        Map<String, Object> body = Bodies.with(Bodies.application(segments, servers), "serverGroups", List.of());
        String segment = tenant.create("application", body);
        gaps("NO_SERVER_GROUP", "NO_DR_EDGE_GROUP")
                .body("segments[0].gaps[0].kind", equalTo("application"))
                .body("segments[0].gaps[0].id", equalTo(segment))
                .body("segments[0].gaps[0].fix", containsString("server group"));

        tenant.put("application/" + segment, Map.of("serverGroups", List.of(Map.of("id", servers))))
                .statusCode(204);
        gaps("NO_DR_CONNECTOR_GROUP", "NO_DR_EDGE_GROUP");
        tenant.get("application/" + segment).body("isIncompleteDRConfig", equalTo(true));

        tenant.put("appConnectorGroup/" + connectors, Map.of("useInDrMode", true))
                .statusCode(204);
        tenant.get("application/" + segment).body("isIncompleteDRConfig", equalTo(false));
        gaps("NO_CONNECTOR", "NO_DR_EDGE_GROUP").body("segments[0].gaps[0].id", equalTo(connectors));

        enrol(Keys.CONNECTORS, connectors);
        String edges = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        gaps("NO_EDGE", "DOMAIN_NOT_SET").body("segments[0].gaps[0].id", equalTo(edges));

        String edge = enrol(Keys.EDGES, edges);
        setDomain(dns.address());
        tenant.put("serviceEdge/" + edge, Map.of("publishIps", List.of("198.51.100.7")))
                .statusCode(204);
        gaps("ADDRESS_NOT_IN_DR_DOMAIN")
                .body("segments[0].gaps[0].id", equalTo(edge))
                .body("segments[0].gaps[0].fix", containsString("198.51.100.7"))
                .body("domainAddresses", empty());

        dns.client().replaceAddress(DOMAIN, 1, new InetSocketAddress("198.51.100.7", 0));
        coverage()
                .body("complete", equalTo(true))
                .body("domainAddresses", contains("198.51.100.7"))
                .body("segments", hasSize(1))
                .body("segments[0].complete", equalTo(true));
    }

    @Test
    @DisplayName("A server group that is switched off leads nowhere")
    void disabledServerGroup() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectors =
                tenant.create("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "useInDrMode", true));
        String servers = tenant.create("serverGroup", Bodies.with(Bodies.serverGroup(connectors), "enabled", false));
        tenant.create("application", Bodies.application(segments, servers));

        gaps("NO_DR_CONNECTOR_GROUP", "NO_DR_EDGE_GROUP");
    }

    @Test
    @DisplayName("Servers that do not answer are told as such: that is no evidence that the address is missing (I3)")
    void silenceIsNoAbsence() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectors =
                tenant.create("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "useInDrMode", true));
        String servers = tenant.create("serverGroup", Bodies.serverGroup(connectors));
        tenant.create("application", Bodies.application(segments, servers));
        enrol(Keys.CONNECTORS, connectors);
        String edge = enrol(Keys.EDGES, tenant.create("serviceEdgeGroup", Bodies.edgeGroup()));
        tenant.put("serviceEdge/" + edge, Map.of("publishIps", List.of("198.51.100.7")))
                .statusCode(204);
        setDomain(dns.address());
        dns.stop();

        gaps("DOMAIN_NOT_LOOKED_UP");
    }

    @Test
    @DisplayName("Segments that are not designated for DR are not looked at")
    void othersDoNotCount() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectors = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String servers = tenant.create("serverGroup", Bodies.serverGroup(connectors));
        tenant.create("application", Bodies.with(Bodies.application(segments, servers), "useInDrMode", false));

        coverage().body("segments", empty()).body("complete", equalTo(true));
    }

    @Test
    @DisplayName("The graph of any object leads to both ends of its chain and marks what is incomplete")
    void graph() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String empty = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectors = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String others = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String servers = tenant.create("serverGroup", Bodies.serverGroup(connectors));
        String segment = tenant.create("application", Bodies.application(segments, servers));
        String connector = enrol(Keys.CONNECTORS, connectors);

        for (String object : List.of(
                "segmentGroup/" + segments,
                "application/" + segment,
                "serverGroup/" + servers,
                "appConnectorGroup/" + connectors,
                "connector/" + connector)) {
            graph(object)
                    .statusCode(200)
                    .body("nodes", hasSize(5))
                    .body("nodes[0].id", equalTo(object.substring(object.indexOf('/') + 1)))
                    .body("nodes.id.contains('" + others + "')", equalTo(false))
                    .body("edges", hasSize(4))
                    .body("nodes.find { it.id == '" + segment + "' }.incomplete", equalTo(true))
                    .body("nodes.find { it.id == '" + segment + "' }.reason", containsString("useInDrMode"))
                    .body("nodes.find { it.id == '" + connectors + "' }.incomplete", equalTo(false));
        }
        graph("appConnectorGroup/" + others).body("nodes[0].reason", equalTo("has no enabled connector"));
        graph("segmentGroup/" + empty).body("nodes[0].reason", equalTo("has no segment"));
        graph("application/" + segments).statusCode(404);
        graph("nonsense/1").statusCode(404);
        Tenant.create()
                .request()
                .get(tenant.own("graph/application/" + segment))
                .then()
                .statusCode(404);
    }

    @Test
    @DisplayName("The graph says of a DR segment, and of what it leads to, what the coverage says")
    void graphAndCoverageAgree() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectors =
                tenant.create("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "useInDrMode", true));
        String servers = tenant.create("serverGroup", Bodies.with(Bodies.serverGroup(connectors), "enabled", false));
        String segment = tenant.create("application", Bodies.application(segments, servers));
        String edges = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        gaps("NO_DR_CONNECTOR_GROUP", "NO_EDGE", "DOMAIN_NOT_SET");
        graph("application/" + segment)
                .body("nodes[0].incomplete", equalTo(true))
                .body("nodes[0].reason", containsString("NO_DR_CONNECTOR_GROUP"));
        graph("serviceEdgeGroup/" + edges)
                .body("nodes[0].incomplete", equalTo(true))
                .body("nodes[0].reason", equalTo("has no enabled service edge"));

        tenant.put("serverGroup/" + servers, Map.of("enabled", true)).statusCode(204);
        enrol(Keys.CONNECTORS, connectors);
        String edge = enrol(Keys.EDGES, edges);
        setDomain(dns.address());
        tenant.put("serviceEdge/" + edge, Map.of("publishIps", List.of("198.51.100.7")))
                .statusCode(204);
        gaps("ADDRESS_NOT_IN_DR_DOMAIN");
        graph("serviceEdge/" + edge).body("nodes[0].reason", containsString("ADDRESS_NOT_IN_DR_DOMAIN"));
        graph("application/" + segment)
                .body("nodes[0].incomplete", equalTo(true))
                .body("nodes[0].reason", containsString("ADDRESS_NOT_IN_DR_DOMAIN"));

        dns.client().replaceAddress(DOMAIN, 1, new InetSocketAddress("198.51.100.7", 0));
        coverage().body("complete", equalTo(true));
        for (String object : List.of("application/" + segment, "serviceEdge/" + edge, "serverGroup/" + servers)) {
            graph(object).body("nodes.incomplete", not(hasItem(true)));
        }
    }

    @Test
    @DisplayName("An agent that cannot look its DR domain up is not ready, whatever the bus brings")
    void anAgentThatCannotLookIsNotReady() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String connectors =
                tenant.create("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "useInDrMode", true));
        String servers = tenant.create("serverGroup", Bodies.serverGroup(connectors));
        tenant.create("application", Bodies.application(segments, servers));
        String connector = enrol(Keys.CONNECTORS, connectors);
        String edge = enrol(Keys.EDGES, tenant.create("serviceEdgeGroup", Bodies.edgeGroup()));
        setDomain(dns.address());
        dns.client().replaceAddress(DOMAIN, 1, new InetSocketAddress("198.51.100.7", 0));
        tenant.put("serviceEdge/" + edge, Map.of("publishIps", List.of("198.51.100.7")))
                .statusCode(204);
        coverage().body("agentsKnown", equalTo(false)).body("complete", equalTo(true));

        StubController.looks(tenant.customerId(), Map.of(connector, "UNAVAILABLE", edge, "FOUND"));
        gaps("AGENT_CANNOT_LOOK_UP")
                .body("agentsKnown", equalTo(true))
                .body("segments[0].gaps[0].id", equalTo(connector))
                .body("segments[0].gaps[0].kind", equalTo("connector"));
        graph("connector/" + connector).body("nodes[0].reason", containsString("AGENT_CANNOT_LOOK_UP"));

        StubController.looks(tenant.customerId(), Map.of(connector, "ABSENT", edge, "FOUND"));
        coverage().body("complete", equalTo(true));
    }

    @Test
    @DisplayName("The graph knows servers and service edges, and a shared segment looks as complete as it is")
    void graphOfTheOthers() {
        String server = tenant.create("server", Bodies.server());
        String connectors =
                tenant.create("appConnectorGroup", Bodies.with(Bodies.connectorGroup(), "useInDrMode", true));
        String servers = tenant.create(
                "serverGroup",
                Bodies.with(
                        Bodies.with(Bodies.serverGroup(connectors), "dynamicDiscovery", false),
                        "servers",
                        List.of(Map.of("id", server))));
        graph("server/" + server).body("nodes.id", contains(server, servers));
        String edges = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        String edge = enrol(Keys.EDGES, edges);
        graph("serviceEdge/" + edge).body("nodes.id", contains(edge, edges));

        String segment = tenant.create(
                "application", Bodies.application(tenant.create("segmentGroup", Bodies.segmentGroup()), servers));
        String microtenant = tenant.create(
                "microtenants",
                Map.of(
                        "name", "North",
                        "criteriaAttribute", "AuthDomain",
                        "criteriaAttributeValues", List.of("example.com")));
        tenant.put("application/" + segment + "/share", Map.of("shareToMicrotenants", List.of(microtenant)))
                .statusCode(204);
        graph("application/" + segment + "?microtenantId=" + microtenant)
                .body("nodes.id", contains(segment))
                .body("nodes[0].incomplete", equalTo(true))
                .body("nodes[0].reason", containsString("DOMAIN_NOT_SET"));
    }

    private ValidatableResponse gaps(String... codes) {
        return coverage().body("complete", equalTo(false)).body("segments[0].gaps.code", contains(codes));
    }

    private ValidatableResponse coverage() {
        return tenant.request().get(tenant.own("dr-coverage")).then().statusCode(200);
    }

    private ValidatableResponse graph(String object) {
        return tenant.request().get(tenant.own("graph/" + object)).then();
    }

    private String enrol(String kind, String group) {
        String key = new Keys(tenant).create(kind, group, 1).path("provisioningKey");
        return TestAgent.create().enroll(key).statusCode(201).extract().path("agentId");
    }

    private void setDomain(InetSocketAddress server) {
        tenant.request()
                .body(Map.of(
                        "domain",
                        DOMAIN,
                        "lookup",
                        Map.of("mode", "authoritative", "servers", List.of("127.0.0.1:" + server.getPort()))))
                .put(tenant.own("dr-settings"))
                .then()
                .statusCode(200);
    }
}
