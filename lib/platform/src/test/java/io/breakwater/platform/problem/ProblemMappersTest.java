package io.breakwater.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemMappersTest {

    @Test
    void aServerFaultTellsNeitherMessageNorClass() {
        String body = given().get("/faulty/secret")
                .then()
                .statusCode(500)
                .contentType(ProblemResponses.MEDIA_TYPE)
                .body("code", equalTo("internal"))
                .body("incident", notNullValue())
                .body("detail", nullValue())
                .extract()
                .asString();

        assertThat(body)
                .doesNotContain("hunter2")
                .doesNotContain("SecretStore")
                .doesNotContain("Exception")
                .doesNotContain("io.breakwater");
    }

    @Test
    void aServerFaultThatWeNamedOurselvesTellsNoDetailEither() {
        String body = given().get("/faulty/unavailable")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("unavailable"))
                .extract()
                .asString();

        assertThat(body).doesNotContain("10.0.0.7");
    }

    @Test
    void aServerThatIsAwayIsNoFaultOfTheRequestAndSaysWhenToAskAgain() {
        String body = given().get("/faulty/outage")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType(ProblemResponses.MEDIA_TYPE)
                .body("code", equalTo("unavailable"))
                .body("incident", notNullValue())
                .extract()
                .asString();

        assertThat(body).doesNotContain("10.0.0.8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\": }", "not json", "{\"name\":\"a\"", "\u0000", "[1,2"})
    void textThatIsNoJsonIsTheCallersFault(String body) {
        post(body).statusCode(400).body("code", equalTo("malformed.json")).body("detail", notNullValue());
    }

    @Test
    void anEmptyBodyIsTheCallersFault() {
        post("").statusCode(400);
        post("null").statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"colour\":\"BLUE\"}|colour|RED, GREEN",
                "{\"name\":\"a\",\"age\":\"soon\"}|age|PT10M",
                "{\"name\":\"a\",\"wheels\":{}}|wheels|a list",
                "{\"name\":\"a\",\"wheels\":[{\"maker\":\"m\",\"spokes\":\"many\"}]}|wheels[0].spokes|a number",
            })
    void aWrongTypeNamesTheFieldAndWhatIsExpected(String body, String field, String expected) {
        post(body)
                .statusCode(400)
                .body("code", equalTo("invalid.field"))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].detail", containsString(expected))
                .body("detail", containsString(expected));
    }

    @Test
    void everyViolationIsNamedByTheFieldOfTheBody() {
        post("{\"name\":\" \",\"wheels\":[{\"maker\":\"\"}]}")
                .statusCode(400)
                .body("code", equalTo("invalid.field"))
                .body("errors.field", hasItem("name"))
                .body("errors.field", hasItem("wheels[0].maker"));
    }

    @Test
    void aParametersViolationIsNamedByTheParameter() {
        given().queryParam("limit", 501)
                .get("/faulty/limited")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("limit"))
                .body("errors[0].detail", equalTo("at most 500"));
    }

    @Test
    void aParameterOfTheWrongTypeIsNotFoundOrInvalidAndNeverAServerFault() {
        given().queryParam("limit", "many").get("/faulty/limited").then().statusCode(404);
        given().get("/faulty/numbers/99999999999999999999").then().statusCode(404);
    }

    @Test
    void anUnknownPathIsNotFound() {
        given().get("/nothing/here")
                .then()
                .statusCode(404)
                .contentType(ProblemResponses.MEDIA_TYPE)
                .body("type", equalTo("urn:breakwater:problem:not-found"));
    }

    @Test
    void aWrongMethodIsToldWhichOnesAreAllowed() {
        given().delete("/faulty/cart")
                .then()
                .statusCode(405)
                .contentType(ProblemResponses.MEDIA_TYPE)
                .body("code", equalTo("method.not.allowed"));
    }

    @Test
    void anotherMediaTypeIsUnsupported() {
        given().contentType("text/csv")
                .body("a,b")
                .post("/faulty/cart")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported.media.type"));
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        post("{\"name\":\"" + "a".repeat(20_000) + "\"}").statusCode(413);
    }

    @Test
    void deepNestingIsTheCallersFault() {
        post("[".repeat(6_000)).statusCode(400);
        post("{\"wheels\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}").statusCode(400);
    }

    @Test
    void aSoundRequestPasses() {
        post("{\"name\":\"a\",\"colour\":\"RED\",\"age\":\"PT1H\",\"wheels\":[],\"other\":1}")
                .statusCode(200);
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/faulty/cart")
                .then();
    }
}
