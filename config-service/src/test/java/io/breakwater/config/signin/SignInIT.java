package io.breakwater.config.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in of both generations of clients. */
@RunningConfigService
class SignInIT {
    private Tenant tenant;

    @BeforeEach
    void prepare() {
        tenant = Tenant.create();
    }

    @Test
    void givesTheOlderClientsTextAndTheNewerOnesANumber() {
        given().formParam("client_id", tenant.clientId())
                .formParam("client_secret", tenant.clientSecret())
                .post("/signin")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo("3600"));
        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", tenant.clientId())
                .formParam("client_secret", tenant.clientSecret())
                .formParam("audience", "https://api.zscaler.com")
                .post("/oauth2/v1/token")
                .then()
                .statusCode(200)
                .body("expires_in", equalTo(3600));
        given().auth()
                .preemptive()
                .basic(tenant.clientId(), tenant.clientSecret())
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/v1/token")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"1,x", "operator,wrong", "not a number,x", "99999999999999999999,x", "'',''"})
    void refusesEverybodyElse(String id, String secret) {
        given().formParam("client_id", id)
                .formParam("client_secret", secret)
                .post("/signin")
                .then()
                .statusCode(401)
                .body("id", equalTo("access.denied"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/signin", "/oauth2/v1/token", "/api/v1/agents/token"})
    void answersWhateverTheFormIs(String path) {
        for (String form : List.of("client_id=%zz", "client_id=%", "%=1", "client_assertion=%e")) {
            form(path, form).statusCode(400);
        }
        form(path, "client_id=" + "a".repeat(50_000)).statusCode(413);
        form(path, "a=1&".repeat(5_000)).statusCode(oneOf(400, 401));
        form(path, "&&=&=1&a").statusCode(oneOf(400, 401));
    }

    private static ValidatableResponse form(String path, String body) {
        return given().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void refusesAWrongSecretAndMissingFields() {
        given().formParam("client_id", tenant.clientId())
                .formParam("client_secret", "x")
                .post("/signin")
                .then()
                .statusCode(401);
        given().formParam("client_id", tenant.clientId()).post("/signin").then().statusCode(401);
        given().body("{}")
                .contentType("application/json")
                .post("/signin")
                .then()
                .statusCode(415);
        given().formParam("grant_type", "password")
                .post("/oauth2/v1/token")
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("I9: whoever tries again and again does not fill the tenant's audit trail")
    void entersOnlySomeRefusedSignIns() {
        for (int i = 0; i < 30; i++) {
            given().formParam("client_id", tenant.clientId())
                    .formParam("client_secret", "x")
                    .post("/signin")
                    .then()
                    .statusCode(401);
        }
        tenant.request().get(tenant.own("audit?action=SIGN_IN_REFUSED")).then().body("entries", hasSize(10));
    }

    @Test
    void tenantsAreMadeByTheOperatorOnly() {
        tenant.request()
                .body(Map.of("name", "mine"))
                .post("/api/v1/customers")
                .then()
                .statusCode(403);
        tenant.request().get("/api/v1/customers").then().statusCode(403);
        given().get("/api/v1/customers").then().statusCode(401);
        tenant.request()
                .get("/api/v1/customers/" + tenant.customerId())
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
    }

    @Test
    void aTenantsNameIsUniqueAndAPlainText() {
        String name =
                tenant.request().get("/api/v1/customers/" + tenant.customerId()).path("name");
        create(Map.of("name", name.toUpperCase())).statusCode(409);
        create(Map.of()).statusCode(400).body("errors[0].field", equalTo("name"));
        create(Map.of("name", "a\u0000b")).statusCode(400);
    }

    private static ValidatableResponse create(Map<String, ?> body) {
        return given().auth()
                .oauth2(Tenant.operatorToken())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/customers")
                .then();
    }
}
