package io.breakwater.connector;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process as it starts with nothing around it. */
@QuarkusTest
class AppConnectorTest {
    private static final String PREFIX = "/assistant/zpn_dr/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show_dr_apps",
                "config_json_stats",
                "resolve_dr_domain?record_type=txt",
                "resolve_dr_domain?record_type=Aaaa",
                "resolve_dr_domain?record_type=A",
                "show_configuration",
                "show_mode"
            })
    void answersEachQuestionAsTextAndAsJson(String question) {
        given().when().get(PREFIX + question).then().statusCode(200).contentType("text/plain");
        given().accept("application/json")
                .when()
                .get(PREFIX + question)
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve_dr_domain", "resolve_dr_domain?record_type=", "resolve_dr_domain?record_type=MX"})
    void refusesAnotherRecordTypeClearly(String question) {
        given().when().get(PREFIX + question).then().statusCode(400).body(containsString("A, AAAA or TXT"));
        given().accept("application/json")
                .when()
                .get(PREFIX + question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @Test
    void isInNormalAndSaysThatItHasNotEnrolled() {
        given().accept("application/json")
                .when()
                .get(PREFIX + "show_mode")
                .then()
                .body("mode", equalTo("NORMAL"))
                .body("enrolled", equalTo(false))
                .body("lastError", containsString("not enrolled"));
    }

    @Test
    void answersNobodyWhoComesUnderAnotherName() {
        given().header("Host", "rebound.example")
                .when()
                .get(PREFIX + "show_mode")
                .then()
                .statusCode(403);
    }

    @Test
    void hasNothingElseToOffer() {
        given().when().get(PREFIX + "nothing").then().statusCode(404);
        given().when().post(PREFIX + "show_mode").then().statusCode(405);
    }
}
