package io.breakwater.snapshot.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.config.ApplicationConf;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import io.breakwater.snapshot.content.MicrotenantViews;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.tokens.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@RunningService
@DisplayName("I8: the agents of one microtenant get nothing of another's but what is shared")
class MicrotenantIT {
    private KafkaEvents kafka;
    private Tenant tenant;

    @BeforeEach
    void open() {
        kafka = KafkaEvents.fromNow(Topics.SNAPSHOT_PUBLISHED);
        tenant = new Tenant(kafka);
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {MicrotenantViews.DEFAULT, MicrotenantViews.SECOND})
    void whatAnEdgeDownloadsHoldsItsOwnAndSharedSegmentsOnly(String microtenant) {
        String group = MicrotenantViews.edgeGroup(tenant.id, microtenant);
        String other = MicrotenantViews.other(microtenant);
        tenant.changesTo(MicrotenantViews.of(tenant.id, 1));

        String name = tenant.awaitIndex(group, 1).snapshots().get(0).name();
        byte[] file = Tenant.as(TestTokens.agent(tenant.id, "9", group, "SERVICE_EDGE"))
                .get(tenant.indexPath(group) + "/" + name + "/files/" + SnapshotFiles.APPLICATIONS)
                .asByteArray();

        ApplicationConf applications = Tenant.parse(file, ApplicationConf.class);
        assertThat(applications.applicationSegments())
                .extracting(ApplicationSegmentConf::name)
                .containsExactlyInAnyOrder(
                        "m" + microtenant + " own", "m" + microtenant + " shared", "m" + other + " shared");
        assertThat(applications.serverGroups())
                .allSatisfy(servers -> assertThat(servers.microtenantId()).isEqualTo(microtenant));
        assertThat(applications.servers())
                .allSatisfy(server -> assertThat(server.microtenantId()).isEqualTo(microtenant));
    }
}
