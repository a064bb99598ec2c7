package io.breakwater.controller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.testsupport.tokens.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves I8: a tenant never sees another one, nor whether it exists. */
@QuarkusTest
@RealServers
class TenantIsolationIT {

    @ParameterizedTest
    @ValueSource(strings = {"", "/history", "/convergence", "/events"})
    void anotherTenantsPathsAnswerAsIfThereWereNoSuchTenant(String rest) {
        try (TestTenant tenant = TestTenant.withKey()) {
            String stranger = TestTokens.admin(UUID.randomUUID().toString());
            String existing = given().auth()
                    .oauth2(stranger)
                    .get(tenant.path(rest))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("resource.not.found"))
                    .extract()
                    .asString();
            String missing = given().auth()
                    .oauth2(stranger)
                    .get("/api/v1/customers/" + UUID.randomUUID() + "/dr" + rest)
                    .then()
                    .statusCode(404)
                    .extract()
                    .asString();

            assertThat(existing).isEqualTo(missing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history", "/convergence", "/events"})
    void withoutAValidTokenNothingIsShown(String rest) {
        try (TestTenant tenant = TestTenant.withKey()) {
            given().get(tenant.path(rest)).then().statusCode(401).body("code", equalTo("unauthenticated"));
            given().get("/api/v1/customers/" + UUID.randomUUID() + "/dr" + rest)
                    .then()
                    .statusCode(401);
            for (String bad : List.of(
                    "garbage",
                    "a.b.c",
                    TestTokens.mint("ADMIN", Map.of("customerId", tenant.id, "exp", 1_000_000)),
                    TestTokens.mint("ADMIN", Map.of("customerId", tenant.id, "iss", "somebody")),
                    TestTokens.admin(tenant.id) + "x")) {
                given().auth().oauth2(bad).get(tenant.path(rest)).then().statusCode(401);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/history", "/convergence", "/events"})
    void anAgentMayNotReadThem(String rest) {
        try (TestTenant tenant = TestTenant.withKey()) {
            given().auth()
                    .oauth2(TestTokens.agent(tenant.id, "a1", "g1", "APP_CONNECTOR"))
                    .get(tenant.path(rest))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Test
    void anAdministratorWithoutTenantSeesNone() {
        try (TestTenant tenant = TestTenant.withKey()) {
            given().auth()
                    .oauth2(TestTokens.mint("ADMIN", Map.of()))
                    .get(tenant.path(""))
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void servicesAndTheOperatorSeeEveryTenant() {
        try (TestTenant tenant = TestTenant.withKey()) {
            given().auth()
                    .oauth2(TestTokens.service())
                    .get(tenant.path(""))
                    .then()
                    .statusCode(200);
            given().auth()
                    .oauth2(TestTokens.operator())
                    .get(tenant.path(""))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aTenantThatNobodyToldOfIsNotFound() {
        String unknown = UUID.randomUUID().toString();
        for (String rest : List.of("", "/convergence", "/events")) {
            given().auth()
                    .oauth2(TestTokens.admin(unknown))
                    .get("/api/v1/customers/" + unknown + "/dr" + rest)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("resource.not.found"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "1%00", "%ED%A0%80", "%E2%80%AE", "';drop table dr_state;--"})
    void anIdThatIsNoneIsNotThereAndNeverAServerFault(String id) {
        for (String rest : List.of("", "/history", "/convergence", "/events")) {
            assertThat(given().urlEncodingEnabled(false)
                            .auth()
                            .oauth2(TestTokens.operator())
                            .get("/api/v1/customers/" + id.replace(" ", "%20") + "/dr" + rest)
                            .statusCode())
                    .as(rest)
                    .isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=many",
                "limit=99999999999999999999",
                "before=0",
                "before=x",
                "limit=-1",
                "before=1e3"
            })
    void aBadPageIsTheCallersFaultAndNamed(String query) {
        try (TestTenant tenant = TestTenant.withKey()) {
            tenant.get("/history?" + query)
                    .statusCode(400)
                    .body("code", equalTo("invalid.field"))
                    .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
        }
    }
}
