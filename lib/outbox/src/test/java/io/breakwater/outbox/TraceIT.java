package io.breakwater.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.platform.trace.TraceParent;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trace goes from the request over outbox and Kafka to the consumer and to what that publishes. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class TraceIT {
    private final String customer = UUID.randomUUID().toString();
    private KafkaEvents bus;

    @BeforeEach
    void open() {
        bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED);
    }

    @AfterEach
    void close() {
        bus.close();
    }

    @Test
    void aRequestsTraceGoesOnInItsEventAndInWhatTheConsumerPublishes() {
        TraceParent request = TraceParent.fresh();

        given().header(TraceParent.HEADER, request.header())
                .post("/notes/" + customer + "/leads-to-more")
                .then()
                .statusCode(204);

        TraceParent event = trace("leads-to-more");
        TraceParent consequence = trace("more");
        assertThat(event.traceId()).isEqualTo(request.traceId());
        assertThat(consequence.traceId()).isEqualTo(request.traceId());
        assertThat(event.spanId()).isNotEqualTo(request.spanId());
        assertThat(consequence.spanId()).isNotEqualTo(event.spanId());
    }

    @Test
    void aRequestWithoutATraceOrWithAMalformedOneBeginsItsOwn() {
        given().post("/notes/" + customer + "/first").then().statusCode(204);
        given().header(TraceParent.HEADER, "00-nonsense")
                .post("/notes/" + customer + "/second")
                .then()
                .statusCode(204);

        assertThat(trace("first").traceId()).isNotEqualTo(trace("second").traceId());
    }

    private TraceParent trace(String object) {
        EventEnvelope<ConfigChanged> event = bus.await(
                ConfigChanged.class,
                found -> found.key().equals(customer) && found.data().objectId().equals(object));
        return TraceParent.parse(event.traceparent()).orElseThrow();
    }
}
