package io.breakwater.config.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Clients;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A tenant as one document: out of one, into another, without a change the second time. */
@RunningConfigService
class TransferIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Tenant source;
    private Tenant target;

    @BeforeEach
    void configure() {
        source = Tenant.create();
        target = Tenant.create();
        String microtenant = source.create(
                "microtenants",
                Map.of(
                        "name",
                        "Sales",
                        "criteriaAttribute",
                        "AuthDomain",
                        "criteriaAttributeValues",
                        List.of("example.com")));
        String connectors = source.create("appConnectorGroup", Bodies.connectorGroup());
        String server = source.create("server", Bodies.server());
        String servers = source.create(
                "serverGroup",
                Bodies.with(
                        Bodies.with(Bodies.serverGroup(connectors), "dynamicDiscovery", false),
                        "servers",
                        List.of(Map.of("id", server))));
        String segments = source.create("segmentGroup", Bodies.segmentGroup());
        source.create("application", Bodies.application(segments, servers));
        String network = source.create("network", Map.of("name", "Office", "networkId", "office"));
        source.create(
                "serviceEdgeGroup", Bodies.with(Bodies.edgeGroup(), "trustedNetworks", List.of(Map.of("id", network))));
        source.create("server?microtenantId=" + microtenant, Bodies.with(Bodies.server(), "name", "Inside"));
    }

    @Test
    @DisplayName("What one tenant exports another imports: the same configuration, with names for ids")
    void travels() throws IOException {
        ObjectNode document = export(source);

        load(target, document, false).body("created", equalTo(9)).body("updated", equalTo(0));

        assertThat(export(target)).isEqualTo(document);
        assertThat(document.at("/applications/0/segmentGroup")).isEqualTo(document.at("/segmentGroups/0/name"));
        assertThat(document.at("/servers/1/microtenant").asText()).isEqualTo("Sales");
        target.get("application")
                .body(
                        "list[0].serverGroups[0].name",
                        equalTo(document.at("/serverGroups/0/name").asText()))
                .body("list[0].tcpPortRange[0].from", equalTo("9001"));
    }

    @Test
    @DisplayName("The same document a second time changes nothing, and says so")
    void isIdempotent() throws IOException {
        ObjectNode document = export(source);
        load(target, document, false);
        String trail = audit();

        load(target, document, false).body("changes", empty()).body("unchanged", equalTo(9));
        load(source, document, false).body("changes", empty());

        assertThat(audit()).isEqualTo(trail);
    }

    @Test
    @DisplayName("A dry run says what would change and changes nothing, in the audit trail neither")
    void dryRun() throws IOException {
        ObjectNode document = export(source);
        load(target, document, false);
        ((ObjectNode) document.at("/servers/0")).put("address", "192.0.2.77");
        ObjectNode application = (ObjectNode) document.at("/applications/0");
        application.putArray("tcpPortRanges").add("80").add("81");
        application.remove("tcpPortRange");
        document.withArray("segmentGroups").addObject().put("name", "New");
        String before = audit();

        load(target, document, true)
                .body("dryRun", equalTo(true))
                .body("created", equalTo(1))
                .body("updated", equalTo(2))
                .body("changes.find { it.section == 'servers' }.fields", equalTo(List.of("address")))
                .body("changes.find { it.section == 'applications' }.fields", equalTo(List.of("tcpPortRange")))
                .body("changes.find { it.action == 'CREATE' }.name", equalTo("New"));

        assertThat(audit()).isEqualTo(before);
        assertThat(export(target)).isEqualTo(export(source));

        load(target, document, false).body("updated", equalTo(2));
        target.get("server?search=address EQ 192.0.2.77").body("totalCount", equalTo("1"));
    }

    @Test
    @DisplayName("A document with one fault changes nothing; the answer says where it is")
    void isWholeOrNothing() throws IOException {
        ObjectNode document = export(source);
        ((ObjectNode) document.at("/servers/1")).put("address", "not an address !");

        refused(document)
                .body("detail", containsString("servers[1]"))
                .body("errors.field", hasItem("servers[1].address"));
        ((ObjectNode) document.at("/servers/1")).put("address", "192.0.2.1");
        ((ObjectNode) document.at("/applications/0")).put("segmentGroup", "nobody");
        refused(document).body("errors.field", hasItem("applications[0].segmentGroup"));
        document.withArray("servers").add(document.at("/servers/0"));
        refused(document).body("errors.field", hasItem("servers[2].name"));
        document.put("format", "something/2");
        refused(document).body("errors.field", hasItem("format"));
        refused(MAPPER.createObjectNode().put("format", TenantDocument.FORMAT).put("aplications", 1))
                .body("errors.field", hasItem("aplications"));
        refused(MAPPER.createObjectNode().put("format", TenantDocument.FORMAT).put("servers", "all"))
                .body("errors.field", hasItem("servers"));

        target.get("server").body("totalCount", equalTo("0"));
        target.get("appConnectorGroup").body("totalCount", equalTo("0"));
    }

    @Test
    @DisplayName("A document may be larger than other requests")
    void mayBeLarge() {
        String document = "{\"format\":\"" + TenantDocument.FORMAT + "\",\"servers\":[]" + " ".repeat(2_000_000) + "}";

        target.request().body(document).post(target.own("configuration")).then().statusCode(200);
    }

    @Test
    @DisplayName("The document holds no secret, and needs the rights of an administrator of that tenant (I8)")
    void isGuarded() throws IOException {
        assertThat(export(source).toString()).doesNotContainIgnoringCase("password", "secret", source.customerId());

        source.request()
                .get(source.own("audit?action=DOWNLOAD"))
                .then()
                .body("entries[0].content.kind", equalTo("configuration"));
        source.request().get(target.own("configuration")).then().statusCode(404);
        Clients.withRole(source, "29")
                .request()
                .get(source.own("configuration"))
                .then()
                .statusCode(403);
    }

    private ValidatableResponse refused(ObjectNode document) {
        return target.request()
                .body(document)
                .post(target.own("configuration"))
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse load(Tenant tenant, ObjectNode document, boolean dryRun) {
        return tenant.request()
                .body(document)
                .post(tenant.own("configuration?dryRun=" + dryRun))
                .then()
                .statusCode(200);
    }

    private String audit() {
        return target.request().get(target.own("audit")).asString();
    }

    private static ObjectNode export(Tenant tenant) throws IOException {
        return (ObjectNode) MAPPER.readTree(tenant.request()
                .get(tenant.own("configuration"))
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
    }
}
