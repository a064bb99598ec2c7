package io.breakwater.config.configobject;

import static org.hamcrest.Matchers.contains;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.config.fixture.TestAgent;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A deletion with {@code dryRun=true} goes as far as its refusals and takes all of it back. */
@RunningConfigService
class DryRunIT {
    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    @Test
    void anObjectIsStillThere() {
        stays("server/" + tenant.create("server", Bodies.server()));
        stays("microtenants/"
                + tenant.create(
                        "microtenants",
                        Map.of(
                                "name", "North",
                                "criteriaAttribute", "AuthDomain",
                                "criteriaAttributeValues", List.of("example.com"))));
    }

    @Test
    @DisplayName("So are a provisioning key and the connectors of a bulk deletion")
    void anAgentIsStillThere() {
        Keys keys = new Keys(tenant);
        String group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        stays(Keys.CONNECTORS + "/" + keys.create(Keys.CONNECTORS, group, 1).path("id"));
        String agent = TestAgent.create()
                .enroll(keys.create(Keys.CONNECTORS, group, 1).path("provisioningKey"))
                .statusCode(201)
                .extract()
                .path("agentId");
        Map<String, Object> all = Map.of("ids", List.of(agent));
        tenant.post("connector/bulkDelete?dryRun=true", all).statusCode(200);
        tenant.get("connector/" + agent).statusCode(200);
        tenant.post("connector/bulkDelete", all).statusCode(200);
        tenant.get("connector/" + agent).statusCode(404);
    }

    @Test
    @DisplayName("What is neither true nor false is refused instead of deleting")
    void asksWhatIsMeant() {
        String server = "server/" + tenant.create("server", Bodies.server());
        for (String flag : List.of("dryRun=1", "dryRun=yes", "dryRun=", "dryRun", "forceDelete=perhaps")) {
            tenant.delete(server + "?" + flag).statusCode(400);
        }
        Map<String, Object> document = Map.of("format", "breakwater.configuration/1");
        for (String flag : List.of("dryRun=1", "dryRun=yes", "dryRun=", "dryRun")) {
            load(document, flag).statusCode(400).body("errors.field", contains("dryRun"));
        }
        load(document, "dryRun=true").statusCode(200);
        tenant.get(server).statusCode(200);
    }

    private ValidatableResponse load(Map<String, Object> document, String flag) {
        return tenant.request()
                .body(document)
                .post(tenant.own("configuration?" + flag))
                .then();
    }

    private void stays(String object) {
        tenant.delete(object + "?dryRun=true").statusCode(204);
        tenant.get(object).statusCode(200);
        tenant.delete(object).statusCode(204);
        tenant.get(object).statusCode(404);
    }
}
