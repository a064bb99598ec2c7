package io.breakwater.config.administration;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.Clients;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles, API keys and administrators. */
@RunningConfigService
class AdministrationIT {
    private static final String ADMINISTRATOR = "28";
    private static final String READ_ONLY = "29";

    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    @Test
    void aNewTenantHasTheBuiltInRolesAndAnAdministrator() {
        tenant.get("roles").body("list.id", contains("28", "29", "30")).body("list[0].apiKeys", equalTo("1"));
        tenant.get("roles/28").body("systemRole", equalTo(true)).body("classPermissionGroups", hasSize(12));
        tenant.get("administrators")
                .body("list.username", contains("admin@example.com"))
                .body("list[0].role.name", equalTo("ZPA Administrator"))
                .body("list[0].password", nullValue())
                .body("list[0].passwordHash", nullValue());
        tenant.get("permissionGroups").body("totalCount", equalTo("12"));
    }

    @Test
    void anApiKeyThatIsMadeHereSignsInAndItsSecretIsToldOnce() {
        Tenant other = Clients.withRole(tenant, ADMINISTRATOR);
        other.create("server", Bodies.server());
        tenant.get("apiKeys/" + other.clientId())
                .body("clientSecret", nullValue())
                .body("secretSha256", nullValue())
                .body("tokenExpiryTimeInSec", equalTo("3600"))
                .body("clientId", equalTo(other.clientId()));
        tenant.put("apiKeys/" + other.clientId(), Map.of("enabled", false)).statusCode(204);
        given().formParam("client_id", other.clientId())
                .formParam("client_secret", other.clientSecret())
                .post("/signin")
                .then()
                .statusCode(401);
        tenant.delete("apiKeys/" + other.clientId()).statusCode(204);
        tenant.get("apiKeys/" + other.clientId()).statusCode(404);
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        String server = tenant.create("server", Bodies.server());
        Tenant looker = Clients.withRole(tenant, READ_ONLY);
        looker.get("server/" + server).statusCode(200);
        looker.get("microtenants").statusCode(200);
        looker.request().get(looker.own("dr-settings")).then().statusCode(200);
        looker.post("server", Bodies.server()).statusCode(403).body("id", equalTo("access.denied"));
        looker.put("server/" + server, Map.of("name", "x")).statusCode(403);
        looker.delete("server/" + server).statusCode(403);
        looker.post("microtenants/search", Map.of()).statusCode(200);
        looker.post("apiKeys", Map.of("name", "k", "roleId", READ_ONLY)).statusCode(403);
        looker.request()
                .body(Map.of("domain", "dr.example.com"))
                .put(looker.own("dr-settings"))
                .then()
                .statusCode(403);
        tenant.get("server").body("totalCount", equalTo("1"));
    }

    @Test
    void aRoleOfOnesOwnPermitsWhatItSaysAndNoMore() {
        String role = tenant.create("roles", role("Server people", "SERVERS", "FULL", "ADMINISTRATORS", "FULL"));
        Tenant limited = Clients.withRole(tenant, role);
        limited.create("server", Bodies.server());
        limited.get("application").statusCode(403);
        limited.request().get(limited.own("audit")).then().statusCode(403);
        limited.post("apiKeys", Map.of("name", "higher", "roleId", ADMINISTRATOR))
                .statusCode(403);
        limited.post("roles", role("Higher", "APPLICATIONS", "VIEW_ONLY")).statusCode(403);
        limited.post("roles", role("Lower", "SERVERS", "VIEW_ONLY")).statusCode(201);
        limited.put("roles/" + role, role("Server people", "AUDIT_LOGS", "FULL"))
                .statusCode(403);
        tenant.get("apiKeys").body("list.name", not(hasItem("higher")));
    }

    private static Map<String, Object> role(String name, String... permissions) {
        List<Map<String, Object>> groups = new ArrayList<>();
        for (int i = 0; i < permissions.length; i += 2) {
            groups.add(Map.of(
                    "classPermissions",
                    List.of(Map.of(
                            "permission", Map.of("type", permissions[i + 1]),
                            "classType", Map.of("aclClass", permissions[i])))));
        }
        return Map.of("name", name, "classPermissionGroups", groups);
    }

    @Test
    @DisplayName("Every key may ask who it is, whatever its role")
    void everybodyKnowsWhoTheyAre() {
        String role = tenant.create("roles", role("Servers only", "SERVERS", "VIEW_ONLY"));
        Clients.withRole(tenant, role)
                .request()
                .get("/mgmtconfig/v1/admin/me")
                .then()
                .statusCode(200)
                .body("customerId", equalTo(tenant.customerId()));
    }

    @Test
    void builtInRolesStayAndOnesInUseCannotBeDeleted() {
        tenant.put("roles/28", Map.of("name", "mine")).statusCode(400);
        tenant.delete("roles/28").statusCode(400);
        tenant.post("roles", Map.of("name", "zpa administrator"))
                .statusCode(400)
                .body("params", contains("name"));
        String role = tenant.create("roles", role("Used", "SERVERS", "FULL"));
        Tenant user = Clients.withRole(tenant, role);
        tenant.delete("roles/" + role).statusCode(400).body("id", equalTo("resource.referenced"));
        tenant.delete("apiKeys/" + user.clientId()).statusCode(204);
        tenant.delete("roles/" + role).statusCode(204);
    }

    @Test
    void anAdministratorIsReadWithoutThePassword() {
        String id = tenant.create("administrators", administrator("jo@example.com", "Str0ng enough!"));
        tenant.get("administrators/" + id)
                .body("username", equalTo("jo@example.com"))
                .body("roleId", equalTo(READ_ONLY))
                .body("isEnabled", equalTo(true))
                .body("password", nullValue());
        tenant.put("administrators/" + id, Map.of("displayName", "Jo", "phoneNumber", "5551234567"))
                .statusCode(204);
        tenant.get("administrators?search=username+EQ+JO@example.com").body("list[0].displayName", equalTo("Jo"));
        tenant.post("administrators", administrator("JO@example.com", "Str0ng enough!"))
                .statusCode(400)
                .body("id", equalTo("duplicate.resource.name"));
        tenant.delete("administrators/" + id).statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short1!", "nouppercase1!", "NoDigit!!", "NoSpecial11", ""})
    void aWeakPasswordIsRefused(String password) {
        tenant.post("administrators", administrator("jo@example.com", password.isEmpty() ? "x" : password))
                .statusCode(400)
                .body("params", contains("password"))
                .body("reason", not(equalTo(password)));
    }

    @Test
    void anAdministratorIsInOneOfTheTenantsDomains() {
        tenant.post("administrators", administrator("jo@elsewhere.test", "Str0ng enough!"))
                .statusCode(400)
                .body("params", contains("username"));
        tenant.post("administrators", administrator("no address", "Str0ng enough!"))
                .statusCode(400);
        tenant.post("administrators", Map.of("username", "a@example.com", "displayName", "a", "email", "a@example.com"))
                .statusCode(400)
                .body("params", contains("roleId"));
    }

    private static Map<String, Object> administrator(String username, String password) {
        return Map.of(
                "username", username,
                "displayName", "Somebody",
                "email", "somebody@example.com",
                "roleId", READ_ONLY,
                "password", password);
    }
}
