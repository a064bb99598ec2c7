package io.breakwater.config.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Clients;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The audit trail. */
@RunningConfigService
class AuditIT {
    @Inject
    DataSource database;

    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    private ValidatableResponse audit(String query) {
        return tenant.request().get(tenant.own("audit" + query)).then();
    }

    @Test
    void tellsWhoChangedWhatFromWhere() {
        String server = tenant.create("server", Bodies.with(Bodies.server(), "name", "first"));
        tenant.put("server/" + server, Map.of("name", "second")).statusCode(204);
        tenant.delete("server/" + server).statusCode(204);
        audit("?kind=server")
                .statusCode(200)
                .body("entries.content.action", contains("DELETE", "UPDATE", "CREATE"))
                .body("entries[1].content.before.name", equalTo("first"))
                .body("entries[1].content.after.name", equalTo("second"))
                .body("entries[1].content.actor", equalTo(tenant.clientId()))
                .body("entries[1].content.address", startsWith("127."))
                .body("entries[0].content.objectId", equalTo(server));
        audit("?action=SIGN_IN").body("entries.content.actor", contains(tenant.clientId()));
        audit("?kind=server&limit=1").body("entries.size()", equalTo(1));
        for (String time : List.of("tomorrow", "%2B294277-01-01T00:00:00Z", "%2B999999999-01-01T00:00:00Z")) {
            audit("?from=" + time).statusCode(400).contentType("application/problem+json");
        }
        audit("/verification").body("intact", equalTo(true));
    }

    @Test
    @DisplayName("Ports of segments and permissions of roles are in the trail, passwords are not")
    void holdsWhatMatters() {
        String segments = tenant.create("segmentGroup", Bodies.segmentGroup());
        String servers = tenant.create(
                "serverGroup", Bodies.serverGroup(tenant.create("appConnectorGroup", Bodies.connectorGroup())));
        String segment = tenant.create("application", Bodies.application(segments, servers));
        tenant.put("application/" + segment, Map.of("tcpPortRanges", List.of("80", "81")))
                .statusCode(204);
        audit("?kind=application&limit=1")
                .body("entries[0].content.before.tcpPortRange[0].from", equalTo("9001"))
                .body("entries[0].content.after.tcpPortRange[0].from", equalTo("80"));
        Map<String, Object> permission =
                Map.of("classType", Map.of("aclClass", "SERVERS"), "permission", Map.of("type", "VIEW_ONLY"));
        tenant.create(
                "roles",
                Map.of(
                        "name",
                        "Looker",
                        "classPermissionGroups",
                        List.of(Map.of("classPermissions", List.of(permission)))));
        audit("?kind=role&limit=1").body("entries[0].content.after.permissions", contains("SERVERS=VIEW_ONLY"));
        tenant.create(
                "administrators",
                Map.of(
                        "username", "eve@example.com",
                        "displayName", "Eve",
                        "email", "eve@example.com",
                        "roleId", "28",
                        "password", "Sesame-open-1"));
        assertThat(audit("?kind=administrator").extract().asString()).doesNotContain("Sesame-open-1");
    }

    @Test
    void tellsOfRefusalsToo() {
        given().formParam("client_id", tenant.clientId())
                .formParam("client_secret", "wrong")
                .post("/signin")
                .then()
                .statusCode(401);
        Tenant looker = Clients.withRole(tenant, "29");
        looker.post("server", Bodies.server()).statusCode(403);
        tenant.request().get(Tenant.create().v1("server")).then().statusCode(404);
        audit("?action=SIGN_IN_REFUSED").body("entries[0].content.actor", equalTo(tenant.clientId()));
        audit("?action=REFUSED")
                .body("entries.content.actor", contains(tenant.clientId(), looker.clientId()))
                .body("entries[1].content.objectName", startsWith("POST "));
    }

    @Test
    void holdsNoSecret() {
        tenant.post(
                        "administrators",
                        Map.of(
                                "username", "jo@example.com",
                                "displayName", "Jo",
                                "email", "jo@example.com",
                                "roleId", "29",
                                "password", "Very s3cret!"))
                .statusCode(201);
        Tenant other = Clients.withRole(tenant, "28");
        tenant.request()
                .get(tenant.own("audit/download?format=csv"))
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("audit.csv"))
                .contentType("text/csv")
                .body(startsWith("sequence,at,actor,"))
                .body(not(containsString("s3cret")))
                .body(not(containsString(other.clientSecret())));
        tenant.request()
                .get(tenant.own("audit/download"))
                .then()
                .body("content.action", hasItem("DOWNLOAD"))
                .body("content.kind", hasItem("administrator"));
    }

    @Test
    void namesTheFirstEntryThatSomebodyAltered() throws SQLException {
        for (int i = 0; i < 4; i++) {
            tenant.create("server", Bodies.server());
        }
        int first = audit("?kind=server&limit=4").extract().path("entries[3].sequence");
        sql("update audit_entry set content = replace(content, 'CREATE', 'DELETE') where sequence = " + (first + 1));
        verification().body("firstFault", equalTo(first + 1)).body("reason", equalTo("ALTERED"));
    }

    @Test
    void namesTheFirstEntryThatSomebodyRemoved() throws SQLException {
        tenant.create("server", Bodies.server());
        int last = tenant.request().get(tenant.own("audit?limit=1")).path("entries[0].sequence");
        sql("delete from audit_entry where sequence = " + last);
        verification().body("firstFault", equalTo(last)).body("reason", equalTo("MISSING"));
        tenant.create("server", Bodies.server());
        verification().body("firstFault", equalTo(last)).body("reason", equalTo("MISSING"));
    }

    @Test
    void namesTheFirstEntriesThatSomebodyReordered() throws SQLException {
        tenant.create("server", Bodies.server());
        tenant.create("server", Bodies.server());
        int last = tenant.request().get(tenant.own("audit?limit=1")).path("entries[0].sequence");
        sql("update audit_entry set sequence = -1 where sequence = " + last);
        sql("update audit_entry set sequence = " + last + " where sequence = " + (last - 1));
        sql("update audit_entry set sequence = " + (last - 1) + " where sequence = -1");
        verification().body("firstFault", equalTo(last - 1)).body("reason", equalTo("REORDERED"));
    }

    private ValidatableResponse verification() {
        return audit("/verification").statusCode(200).body("intact", equalTo(false));
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement + " and customer_id = " + tenant.customerId());
        }
    }
}
