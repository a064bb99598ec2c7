package io.breakwater.local.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.signing.DrKeys;
import io.breakwater.local.SuiteException;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import io.breakwater.local.http.SignIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the first tenant and its configuration over REST. What an interrupted start has made is found and used.
 *
 * <p>A DR and an ordinary connector group, a DR edge group, two servers behind two server groups, a DR and an ordinary application
 * segment, provisioning keys for the three agent groups, DR settings with one key.
 */
public final class SampleTenant {
    private static final String NAME = "Example Ltd";
    private static final int KEY_USES = 50;

    /** Several, so that some are free for microtenants, each of which takes its own. */
    private static final List<String> AUTH_DOMAINS =
            List.of("example.com", "example.org", "example.net", "example.edu");

    private final RestClient configService;
    private final RestClient operator;
    private final TenantFile file;

    /** @param operator may make tenants */
    public SampleTenant(RestClient configService, RestClient operator, TenantFile file) {
        this.configService = configService;
        this.operator = operator;
        this.file = file;
    }

    /**
     * The tenant, made when it is not there yet.
     *
     * @throws SuiteException when config-service refuses a step
     */
    public Tenant ensure(String drDomain, DrKeys keys) {
        Tenant known = file.read().orElse(null);
        if (known != null && !known.provisioningKeys().isEmpty()) {
            return known;
        }
        Tenant tenant = known == null ? create(drDomain) : known;
        file.write(tenant);
        SignIn signIn = new SignIn(configService, tenant.clientId(), tenant::clientSecret);
        Tenant complete = configure(tenant, new ConfigApi(configService.with(signIn), tenant.customerId()), keys);
        file.write(complete);
        return complete;
    }

    private Tenant create(String drDomain) {
        Answer answer = operator.post("/api/v1/customers", Map.of("name", NAME, "authDomains", AUTH_DOMAINS));
        if (!answer.isSuccess()) {
            throw new SuiteException("config-service refused to make a tenant: " + answer);
        }
        JsonNode key = answer.body().path("apiKey");
        return new Tenant(
                answer.text("customerId"),
                NAME,
                key.path("clientId").asText(),
                key.path("clientSecret").asText(),
                drDomain,
                Map.of(),
                Map.of());
    }

    private static Tenant configure(Tenant tenant, ConfigApi api, DrKeys keys) {
        Map<String, String> ids = new HashMap<>();
        ids.put(AgentSpec.DR_CONNECTORS, id(api.make("appConnectorGroup", SampleObjects.connectorGroup(true))));
        ids.put(AgentSpec.ORDINARY_CONNECTORS, id(api.make("appConnectorGroup", SampleObjects.connectorGroup(false))));
        ids.put(AgentSpec.DR_EDGES, id(api.make("serviceEdgeGroup", SampleObjects.edgeGroup())));
        ids.put("segmentGroup", id(api.make("segmentGroup", SampleObjects.segmentGroup())));
        for (boolean dr : List.of(true, false)) {
            String kind = dr ? ".dr" : ".ordinary";
            String server = id(api.make("server", SampleObjects.server(dr)));
            String group = id(
                    api.make("serverGroup", SampleObjects.serverGroup(dr, server, ids.get("connectorGroup" + kind))));
            ids.put("server" + kind, server);
            ids.put("serverGroup" + kind, group);
            ids.put(
                    "application" + kind,
                    id(api.make("application", SampleObjects.application(dr, ids.get("segmentGroup"), group))));
        }
        drSettings(api, tenant.drDomain(), keys);
        return new Tenant(
                tenant.customerId(),
                tenant.name(),
                tenant.clientId(),
                tenant.clientSecret(),
                tenant.drDomain(),
                ids,
                provisioningKeys(api, ids));
    }

    private static void drSettings(ConfigApi api, String drDomain, DrKeys keys) {
        List<String> there = new ArrayList<>();
        api.drSettings().findValues("fingerprint").forEach(fingerprint -> there.add(fingerprint.asText()));
        if (!there.contains(keys.publicKey().fingerprint())) {
            api.addDrKey(keys.publicPem());
        }
        api.putDrSettings(SampleObjects.drSettings(drDomain));
    }

    private static Map<String, String> provisioningKeys(ConfigApi api, Map<String, String> ids) {
        Map<String, String> keys = new HashMap<>();
        for (String group : List.of(AgentSpec.DR_CONNECTORS, AgentSpec.ORDINARY_CONNECTORS, AgentSpec.DR_EDGES)) {
            boolean edges = group.equals(AgentSpec.DR_EDGES);
            String certificate = edges ? "Service Edge" : "Connector";
            String issuer = api.find("v2", "enrollmentCert", certificate)
                    .map(SampleTenant::id)
                    .orElseThrow(() -> new SuiteException("the tenant has no enrolment certificate " + certificate));
            JsonNode key = api.make(
                    "associationType/" + (edges ? "SERVICE_EDGE_GRP" : "CONNECTOR_GRP") + "/provisioningKey",
                    Map.of(
                            "name",
                            "Key of " + group,
                            "maxUsage",
                            Integer.toString(KEY_USES),
                            "enrollmentCertId",
                            issuer,
                            "zcomponentId",
                            ids.get(group)));
            keys.put(group, key.path("provisioningKey").asText());
        }
        return keys;
    }

    private static String id(JsonNode object) {
        return object.path("id").asText();
    }
}
