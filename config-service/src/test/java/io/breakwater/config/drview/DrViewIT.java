package io.breakwater.config.drview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.config.fixture.Bodies;
import io.breakwater.config.fixture.RunningConfigService;
import io.breakwater.config.fixture.Tenant;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.ApplicationSegmentConf.PortRange;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.ServerGroupConf;
import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the snapshot service reads. */
@RunningConfigService
class DrViewIT {
    private static DrView read(Tenant tenant) throws IOException {
        Response response = given().auth().oauth2(Tenant.serviceToken()).get(tenant.own("dr-view"));
        response.then().statusCode(200);
        return EventCodec.mapper().readValue(response.asByteArray(), DrView.class);
    }

    @Test
    void holdsEverythingThatItRefersTo() throws IOException {
        Tenant tenant = Tenant.create();
        String connectorGroup = tenant.create("appConnectorGroup", Bodies.connectorGroup());
        String edgeGroup = tenant.create("serviceEdgeGroup", Bodies.edgeGroup());
        String segmentGroup = tenant.create("segmentGroup", Bodies.segmentGroup());
        String serverGroup = tenant.create("serverGroup", Bodies.serverGroup(connectorGroup));
        String application = tenant.create("application", Bodies.application(segmentGroup, serverGroup));

        DrView view = read(tenant);

        assertThat(view.customerId()).isEqualTo(tenant.customerId());
        assertThat(view.appConnectorGroups()).extracting("id").containsExactly(connectorGroup);
        assertThat(view.serviceEdgeGroups()).extracting("id").containsExactly(edgeGroup);
        assertThat(view.segmentGroups()).extracting("id").containsExactly(segmentGroup);
        ServerGroupConf group = view.serverGroups().get(0);
        assertThat(group.appConnectorGroupIds()).containsExactly(connectorGroup);
        ApplicationSegmentConf segment = view.applicationSegments().get(0);
        assertThat(segment.id()).isEqualTo(application);
        assertThat(segment.serverGroupIds()).containsExactly(serverGroup);
        assertThat(segment.segmentGroupId()).isEqualTo(segmentGroup);
        assertThat(segment.tcpPortRanges()).isEqualTo(List.of(new PortRange(9001, 9001)));
        assertThat(view.drSettings().customerId()).isEqualTo(tenant.customerId());
    }

    @Test
    @DisplayName("I5: a write and the event that tells of it commit together, and the view has the event's revision")
    void hasTheRevisionOfTheLastChange() throws IOException {
        Tenant tenant = Tenant.create();
        String id = tenant.create("segmentGroup", Bodies.segmentGroup());
        try (KafkaEvents events = KafkaEvents.fromBeginning(Topics.CONFIG_CHANGED)) {
            ConfigChanged told = events.await(
                            ConfigChanged.class,
                            event -> event.data().objectId().equals(id))
                    .data();
            assertThat(told.action()).isEqualTo("CREATED");
            assertThat(told.objectType()).isEqualTo("segmentGroup");
            assertThat(read(tenant).revision()).isEqualTo(told.revision()).isEqualTo(2);
        }
    }

    /** Each new segment group counts the revision up by one, so a view of one moment has as many groups as its revision says. */
    @Test
    void showsOneMomentWhileTheConfigurationChanges() throws IOException {
        Tenant tenant = Tenant.create();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(
                () -> IntStream.range(0, 40).forEach(i -> tenant.create("segmentGroup", Bodies.segmentGroup())));
        DrView view;
        do {
            view = read(tenant);
            assertThat(view.segmentGroups()).hasSize((int) view.revision() - 1);
        } while (!writer.isDone());
        writer.join();
        assertThat(read(tenant).segmentGroups()).hasSize(40);
    }

    @Test
    void isForServicesOnly() {
        Tenant tenant = Tenant.create();
        tenant.request().get(tenant.own("dr-view")).then().statusCode(403);
        given().get(tenant.own("dr-view")).then().statusCode(401);
        given().auth()
                .oauth2(Tenant.serviceToken())
                .get("/api/v1/customers/1/dr-view")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tenant.serviceToken())
                .get("/api/v1/customers/x/dr-view")
                .then()
                .statusCode(404);
    }
}
