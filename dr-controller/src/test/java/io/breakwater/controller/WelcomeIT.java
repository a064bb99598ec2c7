package io.breakwater.controller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealServers
class WelcomeIT {

    @Test
    void listsExactlyWhatTheOpenApiDocumentDescribes() {
        JsonPath document = given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> List.of("get", "post", "put", "delete").contains(method))
                .forEach(method -> described.add(method.toUpperCase() + " " + path)));

        List<String> listed = given().accept("application/json")
                .get("/")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("/openapi"))
                .extract()
                .path("answers.call");

        assertThat(listed).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void isAPageWithALinkForABrowser() {
        given().accept("text/html,*/*;q=0.8")
                .get("/")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("href=\"/openapi\""));
    }
}
