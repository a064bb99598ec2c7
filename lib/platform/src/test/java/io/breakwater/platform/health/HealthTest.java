package io.breakwater.platform.health;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The brokers of this test's configuration do not exist. */
@QuarkusTest
class HealthTest {
    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @TestHTTPResource(value = "/health/started", management = true)
    URI started;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void aServiceWhoseKafkaIsAwayIsAliveAndStartedButNotReady() {
        given().get(live).then().statusCode(200).body("status", equalTo("UP"));
        given().get(started).then().statusCode(200).body("status", equalTo("UP"));
        given().get(ready).then().statusCode(503).body("status", equalTo("DOWN"));
    }

    @Test
    void healthAndMetricsStandOnThePortOfTheirOwn() {
        given().get("/q/health/live").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
        given().get(metrics).then().statusCode(200);
    }
}
