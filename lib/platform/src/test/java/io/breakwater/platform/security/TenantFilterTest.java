package io.breakwater.platform.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.breakwater.testsupport.tokens.TestTokens;
import io.breakwater.testsupport.tokens.TokenResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves I8: the tenant comes from the token. */
@QuarkusTest
@QuarkusTestResource(TokenResource.class)
class TenantFilterTest {

    @Test
    void anAdministratorSeesTheOwnTenant() {
        get(TestTokens.admin("c1"), "customers/c1/thing").statusCode(200);
    }

    @Test
    void anotherTenantLooksAsIfItDidNotExist() {
        get(TestTokens.admin("c2"), "customers/c1/thing").statusCode(404).body("code", equalTo("resource.not.found"));
        get(TestTokens.mint("ADMIN", Map.of()), "customers/c1/thing").statusCode(404);
        get(TestTokens.mint("ADMIN", Map.of("customerId", "")), "customers/c1/thing")
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%F0%9F%98%80", "a%20b", "'%3Bdrop", "%E2%80%AE"})
    void whatCannotBeAnIdIsNotThereForAnybody(String id) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.operator())
                .get("/secured/customers/" + id + "/thing")
                .then()
                .statusCode(404)
                .body("code", equalTo("resource.not.found"));
    }

    @Test
    void anIdThatIsTooLongIsNotThereForAnybody() {
        get(TestTokens.operator(), "customers/" + "1".repeat(65) + "/thing").statusCode(404);
        get(TestTokens.operator(), "customers/" + "1".repeat(64) + "/thing").statusCode(200);
    }

    @Test
    void servicesAndTheOperatorCrossTenants() {
        get(TestTokens.service(), "customers/c1/thing").statusCode(200);
        get(TestTokens.operator(), "customers/c1/thing").statusCode(200);
    }

    @Test
    void aRoleThatIsNotNamedIsForbidden() {
        get(TestTokens.agent("c1", "a1", "g1", "APP_CONNECTOR"), "customers/c1/thing")
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void withoutATokenOrWithABadOneTheCallerIsAskedForOne() {
        given().get("/secured/customers/c1/thing")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("unauthenticated"));
        get("not.a.token", "customers/c1/thing").statusCode(401).body("code", equalTo("unauthenticated"));
        get(TestTokens.mint("ADMIN", Map.of("customerId", "c1", "exp", 1)), "customers/c1/thing")
                .statusCode(401);
        get(TestTokens.mint("ADMIN", Map.of("customerId", "c1", "iss", "another")), "customers/c1/thing")
                .statusCode(401);
    }

    @Test
    void whatNobodyWasNamedForIsDenied() {
        given().get("/secured/forgotten").then().statusCode(401);
        get(TestTokens.operator(), "forgotten").statusCode(403);
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get("/secured/" + path).then();
    }
}
