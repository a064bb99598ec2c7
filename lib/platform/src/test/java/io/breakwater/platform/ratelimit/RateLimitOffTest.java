package io.breakwater.platform.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A service's tests that do not ask for the limit. */
@QuarkusTest
class RateLimitOffTest {
    @ConfigProperty(name = "breakwater.rate-limit.enabled")
    boolean enabled;

    @Test
    void testsAreNotLimited() {
        assertThat(enabled).isFalse();
        given().get("/limited/thing").then().statusCode(200).header("x-ratelimit-limit", nullValue());
    }
}
