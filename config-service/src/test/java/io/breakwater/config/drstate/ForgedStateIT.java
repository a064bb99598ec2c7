package io.breakwater.config.drstate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.StubController;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Somebody writes to the bus in dr-controller's name, with its key even: no mode changes, and what is genuine goes on to count. */
@RunningConfigService
class ForgedStateIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Told told;
    private KafkaEvents events;

    @BeforeEach
    void prepare() {
        told = Told.create();
        events = KafkaEvents.fromNow(Topics.DR_STATE);
    }

    @AfterEach
    void close() {
        StubController.isAway(false);
        events.close();
    }

    private void awaitWrites(int status) {
        Awaitility.await()
                .atMost(A_MINUTE)
                .untilAsserted(
                        () -> told.tenant().post("server", Bodies.server()).statusCode(status));
    }

    private void awaitRecordOf(long secondsAgo) {
        Awaitility.await().atMost(A_MINUTE).until(told::lastT, t -> t != null && t == told.now() - secondsAgo);
    }

    @Test
    @DisplayName("I2, I10: ACTIVE with a sequence far ahead refuses no write, and a genuine on and off still count")
    void aSequenceFarAheadLocksNobodyOut() {
        events.send(told.event("ACTIVE", Told.FAR, told.on(60)));
        events.send(told.event("NORMAL", 1, told.off(100)));
        awaitRecordOf(100);
        awaitWrites(201);

        events.send(told.event("ACTIVE", 2, told.on(60)));
        awaitWrites(400);
        events.send(told.event("NORMAL", Told.FAR + 1, null));
        events.send(told.event("NORMAL", Long.MAX_VALUE, told.off(70)));
        events.send(told.event("NORMAL", 3, null));
        events.send(told.event("ACTIVE", 3, told.on(50)));
        awaitRecordOf(50);
        told.tenant().post("server", Bodies.server()).statusCode(400);

        events.send(told.event("NORMAL", 4, told.off(40)));
        awaitWrites(201);
    }

    @Test
    @DisplayName("I2: no replay state but that of verified records reaches snapshots and new agents")
    void aForgedReplayStateReachesNobody() {
        events.send(told.event("NORMAL", 1, told.off(60)));
        awaitRecordOf(60);
        told.view().body("replay.superseded.size()", equalTo(0));
    }

    @Test
    @DisplayName("I10: a doubt asks the owner, whose evidence counts; nothing is needed from the bus any more")
    void aDoubtReadsTheOwnersStateAgain() {
        StubController.owns(told.state("ACTIVE", 7, told.on(60)));
        events.send(told.event("NORMAL", Told.FAR, null));
        awaitWrites(400);
        assertThat(told.lastT()).isEqualTo(told.now() - 60);
        StubController.owns(told.state("NORMAL", 8, told.off(50)));
        awaitWrites(201);
    }

    @Test
    @DisplayName("I2: the owner's word without evidence begins no mode, and ends none")
    void theOwnersAnswerIsHeldAgainstTheEvidence() {
        StubController.owns(told.state("ACTIVE", 7, null));
        resync();
        told.tenant().post("server", Bodies.server()).statusCode(201);

        StubController.owns(told.state("ACTIVE", 8, told.on(60)));
        resync();
        StubController.owns(told.state("NORMAL", 9, null));
        resync();
        told.tenant().post("server", Bodies.server()).statusCode(400);
        StubController.owns(told.state("NORMAL", 9, told.off(50)));
        resync();
        told.tenant().post("server", Bodies.server()).statusCode(201);
    }

    @Test
    @DisplayName("I3: an owner that is away changes nothing")
    void anOwnerThatIsAwayChangesNothing() {
        events.send(told.event("ACTIVE", 1, told.on(60)));
        awaitWrites(400);
        StubController.isAway(true);
        given().auth()
                .oauth2(Tenant.operatorToken())
                .post("/api/v1/resync")
                .then()
                .statusCode(200)
                .body("tables.outcome", hasItem("FAILED"));
        told.tenant().post("server", Bodies.server()).statusCode(400);
    }

    @Test
    void resyncIsForOperatorsAndSaysWhatItDid() {
        StubController.owns(told.state("NORMAL", 3, told.off(60)));
        told.tenant().request().post("/api/v1/resync").then().statusCode(403);
        given().post("/api/v1/resync").then().statusCode(401);
        resync();
        assertThat(told.lastT()).isEqualTo(told.now() - 60);
    }

    private static void resync() {
        given().auth()
                .oauth2(Tenant.operatorToken())
                .post("/api/v1/resync")
                .then()
                .statusCode(200)
                .body("tables.find { it.table == 'dr-states' }.outcome", equalTo("OK"))
                .body("tables.find { it.table == 'dr-states' }.checked", greaterThanOrEqualTo(1));
    }
}
