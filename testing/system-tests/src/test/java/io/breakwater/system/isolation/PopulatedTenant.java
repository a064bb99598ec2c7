package io.breakwater.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import io.breakwater.system.FreshTenant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant with an object in each collection that a path of the API can name one of. */
final class PopulatedTenant {
    private final FreshTenant tenant;
    private final RestClient administrator;
    private final Map<String, String> ids = new HashMap<>();

    private PopulatedTenant(FreshTenant tenant) {
        this.tenant = tenant;
        this.administrator = tenant.administrator();
    }

    static PopulatedTenant of(FreshTenant tenant) {
        PopulatedTenant populated = new PopulatedTenant(tenant);
        populated.makeGroups();
        populated.makeApplication();
        populated.makeAgents();
        populated.makeCompany();
        return populated;
    }

    String customerId() {
        return tenant.customerId();
    }

    /** Acts with all of the tenant's own rights. */
    RestClient administrator() {
        return administrator;
    }

    /** The id of its object in that collection. */
    String id(String collection) {
        assertThat(ids)
                .as("this class makes an object in each collection of the document")
                .containsKey(collection);
        return ids.get(collection);
    }

    private void makeGroups() {
        Map<String, Object> place = Map.of("latitude", "50.1", "longitude", "8.7", "location", "Frankfurt");
        make("appConnectorGroup", "appConnectorGroup", with(place, "name", name("Connectors")));
        make("serviceEdgeGroup", "serviceEdgeGroup", with(place, "name", name("Edges")));
        make("segmentGroup", "segmentGroup", Map.of("name", name("Segments"), "enabled", true));
        make("server", "server", Map.of("name", name("Server"), "address", "10.0.0.1", "enabled", true));
        make(
                "serverGroup",
                "serverGroup",
                Map.of(
                        "name",
                        name("Servers"),
                        "dynamicDiscovery",
                        false,
                        "servers",
                        List.of(Map.of("id", id("server"))),
                        "appConnectorGroups",
                        List.of(Map.of("id", id("appConnectorGroup")))));
        ids.put("zcomponent", id("appConnectorGroup"));
        ids.put(ApiOperation.SHARED_BY_ALL, "0");
    }

    private void makeApplication() {
        make(
                "application",
                "application",
                Map.of(
                        "name",
                        name("Application"),
                        "enabled",
                        true,
                        "domainNames",
                        List.of("app.example.com"),
                        "segmentGroupId",
                        id("segmentGroup"),
                        "serverGroups",
                        List.of(Map.of("id", id("serverGroup"))),
                        "tcpPortRange",
                        List.of(Map.of("from", "443", "to", "443"))));
    }

    /** Agents come into being by enrolling: with requests for certificates that the tenant itself makes. */
    private void makeAgents() {
        JsonNode request =
                make("enrollmentCert", "enrollmentCert/csr/generate", Map.of("name", name("Own certificate")));
        enrol("connector", "Connector", "CONNECTOR_GRP", "appConnectorGroup", request);
        enrol("serviceEdge", "Service Edge", "SERVICE_EDGE_GRP", "serviceEdgeGroup", request);
        makeKey("provisioningKey", "Connector", "CONNECTOR_GRP", "appConnectorGroup");
        ids.put("connectorSchedule", read("connectorSchedule").path("id").asText());
        ids.put("serviceEdgeSchedule", read("serviceEdgeSchedule").path("id").asText());
    }

    private void enrol(String collection, String certificate, String type, String group, JsonNode request) {
        JsonNode key = makeKey("key of " + collection, certificate, type, group);
        Answer agent = administrator.post(
                "/api/v1/enrollment",
                Map.of(
                        "provisioningKey",
                        key.path("provisioningKey").asText(),
                        "csr",
                        request.path("csr").asText(),
                        "name",
                        name("Agent")));
        assertThat(agent.isSuccess()).as(agent.toString()).isTrue();
        ids.put(collection, agent.text("agentId"));
    }

    private JsonNode makeKey(String name, String certificate, String type, String group) {
        String search = "enrollmentCert?search=name+EQ+" + certificate.replace(' ', '+');
        Answer issuer = administrator.get("/mgmtconfig/v2/admin/customers/" + customerId() + "/" + search);
        assertThat(issuer.isSuccess()).as(issuer.toString()).isTrue();
        return make(
                name,
                "associationType/" + type + "/provisioningKey",
                Map.of(
                        "name",
                        name,
                        "maxUsage",
                        "5",
                        "enrollmentCertId",
                        issuer.body().path("list").path(0).path("id").asText(),
                        "zcomponentId",
                        id(group)));
    }

    private void makeCompany() {
        make("network", "network", Map.of("name", name("Office")));
        make(
                "microtenants",
                "microtenants",
                Map.of(
                        "name",
                        name("Microtenant"),
                        "criteriaAttribute",
                        "AuthDomain",
                        "criteriaAttributeValues",
                        tenant.authDomains().subList(0, 1)));
        make("roles", "roles", Map.of("name", name("Role")));
        make("apiKeys", "apiKeys", Map.of("name", name("API key"), "roleId", id("roles")));
        ids.put(
                "administrators",
                read("administrators").path("list").path(0).path("id").asText());
        make(
                "configOverrides",
                "configOverrides",
                Map.of("configKey", "config.feature.cors_enabled", "configValue", "enabled", "targetType", "customer"));
        make(
                "businessContinuitySettings",
                "businessContinuitySettings",
                Map.of("offlineDomain", "offline.example.com"));
        Answer key = administrator.post(
                "/api/v1/customers/" + customerId() + "/dr-settings/keys",
                Map.of("pem", DrKeys.generate().publicPem()));
        assertThat(key.isSuccess()).as(key.toString()).isTrue();
        ids.put("keys", key.text("id"));
    }

    private JsonNode make(String collection, String path, Map<String, ?> body) {
        Answer answer = administrator.post(managed(path), body);
        assertThat(answer.isSuccess()).as(path + ": " + answer).isTrue();
        ids.put(collection, answer.text("id"));
        return answer.body();
    }

    private JsonNode read(String path) {
        Answer answer = administrator.get(managed(path));
        assertThat(answer.isSuccess()).as(path + ": " + answer).isTrue();
        return answer.body();
    }

    /** Tells whose it is wherever it should turn up. */
    private String name(String what) {
        return what + " of " + customerId();
    }

    private String managed(String path) {
        return "/mgmtconfig/v1/admin/customers/" + customerId() + "/" + path;
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new HashMap<>(body);
        more.put(field, value);
        return more;
    }
}
