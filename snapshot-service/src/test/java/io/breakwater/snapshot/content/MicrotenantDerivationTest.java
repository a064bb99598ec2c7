package io.breakwater.snapshot.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.config.ApplicationConf;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.CustomerConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("I8: a group's snapshot holds what its microtenant sees, and nothing of another")
class MicrotenantDerivationTest {
    private final DrView view = MicrotenantViews.of("7", 5);

    @ParameterizedTest
    @ValueSource(strings = {MicrotenantViews.DEFAULT, MicrotenantViews.SECOND})
    void aConnectorGroupGetsTheSegmentsOfItsOwnMicrotenantOnly(String id) throws IOException {
        ApplicationConf applications = applications(MicrotenantViews.connectorGroup("7", id));

        assertThat(applications.applicationSegments())
                .extracting(ApplicationSegmentConf::id)
                .containsExactly(id + "50", id + "51");
        assertThat(applications.segmentGroups())
                .extracting(SegmentGroupConf::id)
                .containsExactly(id + "20", id + "21");
        assertThat(applications.serverGroups()).extracting(ServerGroupConf::id).containsExactly(id + "40");
        assertThat(applications.servers()).extracting(ServerConf::id).containsExactly(id + "30");
    }

    @ParameterizedTest
    @ValueSource(strings = {MicrotenantViews.DEFAULT, MicrotenantViews.SECOND})
    void anEdgeGroupGetsWhatIsSharedWithItsMicrotenantTooWithTheSegmentGroupButNotWhoServesIt(String id)
            throws IOException {
        String other = MicrotenantViews.other(id);
        ApplicationConf applications = applications(MicrotenantViews.edgeGroup("7", id));

        assertThat(applications.applicationSegments())
                .extracting(ApplicationSegmentConf::id)
                .containsExactlyInAnyOrder(id + "50", id + "51", other + "51");
        assertThat(applications.segmentGroups())
                .extracting(SegmentGroupConf::id)
                .containsExactlyInAnyOrder(id + "20", id + "21", other + "21");
        assertThat(applications.serverGroups()).extracting(ServerGroupConf::id).containsExactly(id + "40");
        assertThat(applications.servers()).extracting(ServerConf::id).containsExactly(id + "30");
        ApplicationSegmentConf shared = applications.applicationSegments().stream()
                .filter(segment -> segment.id().equals(other + "51"))
                .findFirst()
                .orElseThrow();
        assertThat(shared.microtenantId()).isEqualTo(other);
        assertThat(shared.serverGroupIds()).isEmpty();
        assertThat(shared.sharedWithMicrotenants()).containsExactly(id);
    }

    @Test
    void itsSnapshotKnowsTheDesignatedGroupsOfItsMicrotenantOnly() throws IOException {
        String edges = MicrotenantViews.edgeGroup("7", MicrotenantViews.SECOND);
        CustomerConf customer = EventCodec.mapper()
                .readValue(content(view, edges).files().get(SnapshotFiles.CUSTOMER), CustomerConf.class);

        assertThat(customer.drAppConnectorGroups())
                .extracting(GroupConf::id)
                .containsExactly(MicrotenantViews.connectorGroup("7", MicrotenantViews.SECOND));
        assertThat(customer.drServiceEdgeGroups()).extracting(GroupConf::id).containsExactly(edges);
    }

    @Test
    void noOctetOfAnothersUnsharedObjectsIsInAnyFile() {
        for (GroupContent content : Derivation.of(view).contents()) {
            String other = MicrotenantViews.other(content.group().microtenantId());
            String octets = content.files().values().stream()
                    .map(file -> new String(file, StandardCharsets.UTF_8))
                    .collect(Collectors.joining());

            assertThat(octets)
                    .doesNotContain("\"m" + other + " own\"", "\"m" + other + " own apps\"")
                    .doesNotContain("\"m" + other + " server\"", "\"m" + other + " servers\"")
                    .doesNotContain("\"m" + other + " group\"");
        }
    }

    @Test
    void aChangeInOneMicrotenantLeavesTheContentsOfTheOtherAsTheyAre() {
        DrView changed = Views.with(
                view,
                view.applicationSegments().stream()
                        .filter(segment -> !segment.id().equals("050"))
                        .toList());
        String second = MicrotenantViews.edgeGroup("7", MicrotenantViews.SECOND);
        String first = MicrotenantViews.edgeGroup("7", MicrotenantViews.DEFAULT);

        assertThat(content(changed, second).digest())
                .isEqualTo(content(view, second).digest());
        assertThat(content(changed, first).digest())
                .isNotEqualTo(content(view, first).digest());
    }

    @Test
    void aSegmentThatIsNoLongerSharedLeavesTheOthersSnapshot() throws IOException {
        DrView unshared = Views.with(view, List.of(MicrotenantViews.segment("051", "m0 shared", "021", "0", null)));
        GroupContent content = content(unshared, MicrotenantViews.edgeGroup("7", MicrotenantViews.SECOND));

        assertThat(applications(content).applicationSegments()).isEmpty();
        assertThat(applications(content).segmentGroups())
                .extracting(SegmentGroupConf::microtenantId)
                .containsOnly(MicrotenantViews.SECOND);
    }

    @Test
    void aReferenceIntoAnotherMicrotenantIsNamedAndNothingIsDerived() {
        DrView crossing = MicrotenantViews.with(
                view,
                new ServerGroupConf(
                        "040",
                        "servers",
                        true,
                        false,
                        List.of(MicrotenantViews.connectorGroup("7", MicrotenantViews.SECOND)),
                        List.of("8830"),
                        null));

        Derivation derivation = Derivation.of(crossing);

        assertThat(derivation.findings())
                .containsExactly(
                        "server group 040 names App Connector group 7881, which belongs to another microtenant",
                        "server group 040 names server 8830, which belongs to another microtenant");
        assertThat(derivation.contents()).isEmpty();
    }

    @Test
    void aSegmentMayNotNameAnothersGroupsThoughItIsSharedWithIt() {
        ApplicationSegmentConf crossing = new ApplicationSegmentConf(
                "060",
                "crossing",
                true,
                true,
                List.of("crossing.example.com"),
                List.of(),
                List.of(),
                "8820",
                List.of("8840"),
                false,
                "NEVER",
                "ON_ACCESS",
                MicrotenantViews.DEFAULT,
                List.of(MicrotenantViews.SECOND));

        assertThat(Derivation.of(Views.with(view, List.of(crossing))).findings())
                .containsExactly(
                        "application segment 060 names server group 8840, which belongs to another microtenant",
                        "application segment 060 names segment group 8820, which belongs to another microtenant");
    }

    private ApplicationConf applications(String groupId) throws IOException {
        return applications(content(view, groupId));
    }

    private static ApplicationConf applications(GroupContent content) throws IOException {
        return EventCodec.mapper().readValue(content.files().get(SnapshotFiles.APPLICATIONS), ApplicationConf.class);
    }

    private static GroupContent content(DrView view, String groupId) {
        return Derivation.of(view).contents().stream()
                .filter(content -> content.group().id().equals(groupId))
                .findFirst()
                .orElseThrow();
    }
}
