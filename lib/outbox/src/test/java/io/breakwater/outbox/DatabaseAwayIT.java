package io.breakwater.outbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.breakwater.testsupport.kafka.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** While PostgreSQL is away callers are told to come again, whatever they ask for; when it is back, so is everything acknowledged (I7). */
@QuarkusTest
@QuarkusTestResource(value = StoppablePostgres.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(KafkaResource.class)
class DatabaseAwayIT {
    private static final int REQUESTS = 20;

    /** Not injected: Quarkus wants what is injected to be there for the other tests' applications too. */
    private final String control = ConfigProvider.getConfig().getValue(StoppablePostgres.CONTROL, String.class);

    private final String notes = "/notes/" + UUID.randomUUID();

    @Test
    void everyRequestIsUnavailableUntilPostgresIsBackAndThenAllIsThere() {
        given().post(notes + "/before").then().statusCode(204);

        given().post(control + "/stop").then().statusCode(204);
        for (int i = 0; i < REQUESTS; i++) {
            given().get(notes).then().statusCode(503).header("Retry-After", "1").body("code", equalTo("unavailable"));
            given().post(notes + "/meanwhile")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("unavailable"));
        }

        given().post(control + "/start").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> given().get(notes).statusCode() == 200);
        given().get(notes).then().body("", hasItem("added before"));
        given().post(notes + "/after").then().statusCode(204);
        given().get(notes).then().body("", hasItem("added after"));
    }
}
