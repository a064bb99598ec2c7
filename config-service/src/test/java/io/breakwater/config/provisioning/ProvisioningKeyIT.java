package io.breakwater.config.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Keys;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Provisioning keys as ZPA's clients use them, and as a dump of the database shows them. */
@RunningConfigService
class ProvisioningKeyIT {
    private Tenant tenant;
    private Keys keys;
    private String group;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
        keys = new Keys(tenant);
        group = tenant.create("appConnectorGroup", Bodies.connectorGroup());
    }

    @Test
    void followsTheRecordedSequence() {
        Response created = keys.create(Keys.CONNECTORS, group, 2);
        String id = created.path("id");
        tenant.get(Keys.CONNECTORS + "/" + id)
                .statusCode(200)
                .body("provisioningKey", equalTo(created.path("provisioningKey")))
                .body("provisioningKey", startsWith("3|"))
                .body("maxUsage", equalTo("2"))
                .body("usageCount", equalTo("0"))
                .body("zcomponentId", equalTo(group))
                .body("enrollmentCertName", equalTo("Connector"));
        tenant.put(Keys.CONNECTORS + "/" + id, Map.of("name", "renamed " + id)).statusCode(204);
        tenant.get(Keys.CONNECTORS + "/" + id)
                .body("name", equalTo("renamed " + id))
                .body("provisioningKey", equalTo(created.path("provisioningKey")));
        tenant.get("associationType/CONNECTOR_GRP/zcomponent/" + group + "/provisioningKey")
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].id", equalTo(id));
        tenant.delete("appConnectorGroup/" + group).statusCode(400).body("id", equalTo("resource.referenced"));
        tenant.delete(Keys.CONNECTORS + "/" + id).statusCode(204);
        tenant.delete("appConnectorGroup/" + group).statusCode(204);
    }

    @Test
    void isToBeSeenUnderItsOwnTypeOnly() {
        String id = keys.create(Keys.CONNECTORS, group, 2).path("id");
        tenant.get(Keys.EDGES + "/" + id).statusCode(404).body("id", equalTo("resource.not.found"));
        for (String type : List.of("SERVICE_EDGE_GRP", "NP_ASSISTANT_GRP")) {
            tenant.get("associationType/" + type + "/provisioningKey")
                    .statusCode(200)
                    .body("list", hasSize(0));
        }
        tenant.get("associationType/TOASTER/provisioningKey").statusCode(404);
    }

    @Test
    void onceHiddenStaysHidden() {
        String id = keys.create(Keys.CONNECTORS, group, 2).path("id");
        tenant.put(Keys.CONNECTORS + "/" + id, Map.of("exportable", false)).statusCode(204);
        tenant.put(Keys.CONNECTORS + "/" + id, Map.of("exportable", true)).statusCode(204);
        tenant.get(Keys.CONNECTORS + "/" + id)
                .body("provisioningKey", nullValue())
                .body("exportable", equalTo(false));
    }

    @Test
    void needsAGroupOfItsTypeAndACertificateThatSigns() {
        Map<String, Object> body = keys.body(group, 1);
        tenant.post(Keys.EDGES, body).statusCode(400).body("params", contains("zcomponentId"));
        tenant.post(Keys.CONNECTORS, Bodies.with(body, "enrollmentCertId", "1"))
                .statusCode(400)
                .body("params", contains("enrollmentCertId"));
        tenant.post(Keys.CONNECTORS, Bodies.with(body, "maxUsage", 0))
                .statusCode(400)
                .body("params", contains("maxUsage"));
        tenant.get(Keys.CONNECTORS).body("totalCount", equalTo("0"));
    }

    @Test
    void aDumpOfTheDatabaseHoldsNeitherKeysNorPrivateKeysNorSecrets() throws Exception {
        String text = keys.create(Keys.CONNECTORS, group, 2).path("provisioningKey");
        String secretPart = text.substring(text.lastIndexOf('|') + 1);
        String dump = dump("provisioning_key") + dump("api_key") + dump("outbox_event");
        assertThat(dump).contains(tenant.customerId()).doesNotContain(secretPart, tenant.clientSecret());
        // PKCS#8 of an EC key begins with these octets; PEM with that line
        assertThat(dump("enrollment_certificate"))
                .contains("BEGIN CERTIFICATE")
                .doesNotContain("PRIVATE KEY", "301306072a8648ce3d020106082a8648ce3d030107042");
    }

    private static String dump(String table) throws Exception {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        String user = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        String password = ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class);
        StringBuilder dump = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
            while (rows.next()) {
                dump.append(rows.getString(1)).append('\n');
            }
        }
        return dump.toString();
    }
}
