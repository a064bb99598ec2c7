package io.breakwater.agent.operator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every agent's process answers as it starts with nothing around it. Each agent's module runs it against its own. */
public abstract class OperatorQuestions {
    private final String prefix;

    /** @param product the product's part of the path, for example {@code assistant} */
    protected OperatorQuestions(String product) {
        this.prefix = "/" + product + "/zpn_dr/";
    }

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
        given().when().get(prefix + question).then().statusCode(200).contentType("text/plain");
        given().accept("application/json")
                .when()
                .get(prefix + question)
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolve_dr_domain", "resolve_dr_domain?record_type=", "resolve_dr_domain?record_type=MX"})
    void refusesAnotherRecordTypeClearly(String question) {
        given().when().get(prefix + question).then().statusCode(400).body(containsString("A, AAAA or TXT"));
        given().accept("application/json")
                .when()
                .get(prefix + question)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @Test
    void isInNormalAndSaysThatItHasNotEnrolled() {
        given().accept("application/json")
                .when()
                .get(prefix + "show_mode")
                .then()
                .body("mode", equalTo("NORMAL"))
                .body("enrolled", equalTo(false))
                .body("lastError", containsString("not enrolled"));
    }

    @Test
    void answersNobodyWhoComesUnderAnotherName() {
        given().header("Host", "rebound.example")
                .when()
                .get(prefix + "show_mode")
                .then()
                .statusCode(403);
    }

    @Test
    void hasNothingElseToOffer() {
        given().when().get(prefix + "nothing").then().statusCode(404);
        given().when().post(prefix + "show_mode").then().statusCode(405);
    }
}
