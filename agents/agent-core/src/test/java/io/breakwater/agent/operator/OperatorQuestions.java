package io.breakwater.agent.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every agent's process answers as it starts with nothing around it. Each agent's module runs it against its own. */
public abstract class OperatorQuestions {
    private final String prefix;

    @TestHTTPResource(value = "/health", management = true)
    String health;

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
                "show_mode",
                "show_troubles"
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

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "show_mode/more", ""})
    void namesItsQuestionsToWhoeverAsksForSomethingElse(String question) {
        given().when()
                .get(prefix + question)
                .then()
                .statusCode(404)
                .contentType("text/plain")
                .body(containsString(prefix + "show_mode"));
        given().accept("application/json")
                .when()
                .get(prefix + question)
                .then()
                .statusCode(404)
                .body("questions.path", hasItem(prefix + "show_mode"));
    }

    @Test
    void answersItsRootWithItsQuestions() {
        given().when()
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(containsString(prefix + "show_mode"));
        given().accept("application/json")
                .when()
                .get("/")
                .then()
                .statusCode(200)
                .body("questions.size()", equalTo(6));
        given().when().get("/elsewhere").then().statusCode(404).body(containsString(prefix + "show_mode"));
        given().when()
                .get("/" + prefix.split("/")[1])
                .then()
                .statusCode(404)
                .body(containsString(prefix + "show_mode"));
    }

    @Test
    void saysWhichMethodIsAnswered() {
        given().when().post(prefix + "show_mode").then().statusCode(405).header("Allow", containsString("GET"));
    }

    @Test
    void tellsWhetherItIsReadyAndWhatIsMissing() {
        given().accept("application/json")
                .when()
                .get(prefix + "show_mode")
                .then()
                .body("ready", equalTo(false))
                .body("notReady", hasItem("it has not enrolled"))
                .body("troubles.size()", greaterThan(0))
                .body("troubles[0].count", greaterThan(0));
    }

    @Test
    void itsHealthSaysWhetherItIsReadyForDrAndThatTheProcessIsWellAllTheSame() {
        given().when().get(health + "/group/dr").then().statusCode(503).body(containsString("it has not enrolled"));
        given().when().get(health + "/ready").then().statusCode(200);
    }

    @Test
    void refusesARequestThatNamesTwoHosts() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            String request = "GET / HTTP/1.1\r\nHost: localhost\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400");
        }
    }
}
