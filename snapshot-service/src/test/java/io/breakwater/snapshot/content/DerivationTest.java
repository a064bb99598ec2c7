package io.breakwater.snapshot.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.contracts.config.ApplicationConf;
import io.breakwater.contracts.config.ApplicationSegmentConf;
import io.breakwater.contracts.config.CustomerConf;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.GroupConf;
import io.breakwater.contracts.config.SegmentGroupConf;
import io.breakwater.contracts.config.ServerConf;
import io.breakwater.contracts.config.ServerGroupConf;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.snapshot.SnapshotFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivationTest {
    private final DrView view = Views.of("7", 5);

    @Test
    void makesContentsForDesignatedGroupsOnlyButKnowsAllGroups() {
        Derivation derivation = Derivation.of(view);

        assertThat(derivation.contents())
                .extracting(content -> content.group().id())
                .containsExactly("71", "73");
        assertThat(derivation.groups()).extracting(group -> group.conf().id()).containsExactly("71", "72", "73");
        assertThat(derivation.groups())
                .extracting(Derivation.Group::kind)
                .containsExactly(AgentKind.APP_CONNECTOR, AgentKind.APP_CONNECTOR, AgentKind.SERVICE_EDGE);
    }

    @Test
    void givesAConnectorGroupWhatItsServerGroupsServeAndAllThatThoseSegmentsName() throws IOException {
        ApplicationConf applications = applications(content(view, "71"));

        assertThat(applications.applicationSegments())
                .extracting(ApplicationSegmentConf::name)
                .containsExactly("crm");
        assertThat(applications.segmentGroups())
                .extracting(SegmentGroupConf::id)
                .containsExactly("201");
        assertThat(applications.serverGroups()).extracting(ServerGroupConf::id).containsExactly("401");
        assertThat(applications.servers()).extracting(ServerConf::id).containsExactly("301");
    }

    @Test
    void givesAConnectorGroupTheOtherServerGroupsOfItsSegmentsToo() throws IOException {
        DrView wider = Views.with(view, List.of(Views.segment("501", "crm", true, "201", List.of("402", "401"))));

        ApplicationConf applications = applications(content(wider, "71"));

        assertThat(applications.serverGroups()).extracting(ServerGroupConf::id).containsExactly("401", "402");
        assertThat(applications.servers()).extracting(ServerConf::id).containsExactly("301", "302");
    }

    @Test
    void givesAnEdgeGroupAllSegments() throws IOException {
        assertThat(applications(content(view, "73")).applicationSegments())
                .extracting(ApplicationSegmentConf::name)
                .containsExactly("crm", "wiki");
    }

    @Test
    void tellsOfTheTenantAndItsDesignatedGroups() throws IOException {
        CustomerConf customer = EventCodec.mapper()
                .readValue(content(view, "73").files().get(SnapshotFiles.CUSTOMER), CustomerConf.class);

        assertThat(customer.configurationRevision()).isEqualTo(5);
        assertThat(customer.groupKind()).isEqualTo(AgentKind.SERVICE_EDGE);
        assertThat(customer.drSettings()).isEqualTo(view.drSettings());
        assertThat(customer.drAppConnectorGroups()).extracting(GroupConf::id).containsExactly("71");
        assertThat(customer.drServiceEdgeGroups()).extracting(GroupConf::id).containsExactly("73");
    }

    @Test
    void hasTheFourFilesInTheirOrder() {
        GroupContent content = content(view, "71");

        assertThat(content.files().keySet()).containsExactlyElementsOf(SnapshotFiles.ALL);
        assertThat(content.files().get(SnapshotFiles.OVERRIDES)).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(content.files().get(SnapshotFiles.OTHER)).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesTheSameOctetsWhateverTheOrderOfTheView() {
        GroupContent one = content(view, "71");
        GroupContent other = content(reversed(view), "71");

        assertThat(other.digest()).isEqualTo(one.digest());
        SnapshotFiles.ALL.forEach(file ->
                assertThat(other.files().get(file)).isEqualTo(one.files().get(file)));
    }

    @Test
    void writesFieldsInOneOrder() throws IOException {
        JsonNode conf = EventCodec.mapper().readTree(content(view, "73").files().get(SnapshotFiles.APPLICATIONS));
        List<String> fields = new ArrayList<>();
        conf.get("applicationSegments").get(0).fieldNames().forEachRemaining(fields::add);

        assertThat(fields).isSorted();
    }

    @Test
    void aRevisionAloneMakesNoOtherContent() {
        assertThat(content(Views.of("7", 6), "71").digest())
                .isEqualTo(content(view, "71").digest());
    }

    @Test
    void aChangeThatConcernsTheGroupMakesAnotherContentForItOnly() {
        DrView changed = Views.with(
                view,
                List.of(view.applicationSegments().get(0), Views.segment("502", "blog", false, "202", List.of("402"))));

        assertThat(content(changed, "71").digest())
                .isEqualTo(content(view, "71").digest());
        assertThat(content(changed, "73").digest())
                .isNotEqualTo(content(view, "73").digest());
    }

    @Test
    void derivesNothingFromAViewThatIsNotClosed() {
        Derivation derivation = Derivation.of(Views.notClosed("7", 5));

        assertThat(derivation.findings()).hasSize(1);
        assertThat(derivation.contents()).isEmpty();
    }

    @Test
    void takesAbsentListsAsEmptyOnes() {
        DrView bare = new DrView("7", "Example", 1, null, null, null, null, null, null, null, null);

        assertThat(Derivation.of(bare).findings()).isEmpty();
        assertThat(Derivation.of(bare).groups()).isEmpty();
    }

    private static GroupContent content(DrView view, String groupId) {
        return Derivation.of(view).contents().stream()
                .filter(content -> content.group().id().equals(groupId))
                .findFirst()
                .orElseThrow();
    }

    private static ApplicationConf applications(GroupContent content) throws IOException {
        return EventCodec.mapper().readValue(content.files().get(SnapshotFiles.APPLICATIONS), ApplicationConf.class);
    }

    private static DrView reversed(DrView view) {
        return new DrView(
                view.customerId(),
                view.customerName(),
                view.revision(),
                view.drSettings(),
                view.replay(),
                reversed(view.appConnectorGroups()),
                reversed(view.serviceEdgeGroups()),
                reversed(view.segmentGroups()),
                reversed(view.servers()),
                reversed(view.serverGroups()),
                reversed(view.applicationSegments()));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.reverse(copy);
        return copy;
    }
}
