package io.breakwater.config.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.config.fixture.RunningConfigService;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The document that the service serves of its API. */
@RunningConfigService
class OpenApiIT {
    @TestHTTPResource(value = "openapi", management = true)
    URL document;

    @Test
    @DisplayName("The checked-in openapi.yaml is the document that the service serves")
    void checkedIn() throws IOException {
        String served = given().accept("application/yaml")
                .get(document)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        Checked.compare(Path.of("openapi.yaml"), served);
    }

    @Test
    @DisplayName("Whoever looks at the service itself finds what it answers, and the document")
    void isFoundWhereAPersonLooks() {
        given().get("/")
                .then()
                .statusCode(200)
                .body("service", equalTo("config-service"))
                .body("openapi", equalTo("/openapi"))
                .body("paths.'/signin'", contains("POST"))
                .body("paths.'/api/v1/agents/{agentId}'", contains("GET"));
        given().get("/openapi")
                .then()
                .statusCode(200)
                .body(startsWith("---\nopenapi: 3.1"))
                .body(containsString("/api/v1/agents/{agentId}:"));
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", startsWith("3.1"));
    }

    @Test
    @DisplayName(
            "Every operation has an id of its own, its path's variables, and a form for every JSON it takes or gives")
    void isComplete() throws IOException {
        JsonNode served = new ObjectMapper()
                .readTree(given().accept("application/json").get(document).asByteArray());
        List<String> ids = new ArrayList<>();

        assertThat(served.path("openapi").asText()).startsWith("3.1");
        served.path("paths").properties().forEach(path -> {
            long variables = path.getKey().chars().filter(c -> c == '{').count();
            assertThat(path.getValue().path("parameters").size())
                    .as(path.getKey())
                    .isEqualTo((int) variables);
            path.getValue().properties().forEach(operation -> {
                if (operation.getValue().has("operationId")) {
                    ids.add(operation.getValue().path("operationId").asText());
                    operation
                            .getValue()
                            .path("responses")
                            .properties()
                            .forEach(response -> response.getValue()
                                    .path("content")
                                    .forEach(type -> assertThat(type.has("schema"))
                                            .as(path.getKey() + " " + operation.getKey())
                                            .isTrue()));
                }
            });
        });
        assertThat(ids).hasSizeGreaterThan(150).doesNotHaveDuplicates();
        assertThat(served.toString()).doesNotContain("ObjectNode", "ArrayNode", "application/octet-stream");
    }
}
