package io.breakwater.snapshot.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.config.ServerConf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves for I6 that only a view whose every reference is in it becomes a snapshot. */
class ReferenceCheckTest {
    private final DrView view = Views.of("7", 1);

    @Test
    void findsNothingInAClosedView() {
        assertThat(ReferenceCheck.findings(view)).isEmpty();
    }

    @Test
    void namesAServerGroupThatIsNotThere() {
        assertThat(ReferenceCheck.findings(Views.notClosed("7", 1)))
                .containsExactly("application segment 501 names server group 499, which is not there");
    }

    @Test
    void namesASegmentGroupThatIsNotThere() {
        DrView broken = Views.with(view, List.of(Views.segment("501", "crm", true, "299", List.of("401"))));

        assertThat(ReferenceCheck.findings(broken))
                .containsExactly("application segment 501 names segment group 299, which is not there");
    }

    @Test
    void namesServersAndConnectorGroupsThatAreNotThere() {
        DrView broken = new DrView(
                "7",
                "Example",
                1,
                view.drSettings(),
                null,
                List.of(),
                view.serviceEdgeGroups(),
                view.segmentGroups(),
                List.of(),
                view.serverGroups(),
                view.applicationSegments());

        assertThat(ReferenceCheck.findings(broken))
                .containsExactly(
                        "server group 401 names App Connector group 71, which is not there",
                        "server group 401 names App Connector group 72, which is not there",
                        "server group 401 names server 301, which is not there",
                        "server group 402 names App Connector group 72, which is not there",
                        "server group 402 names server 302, which is not there");
    }

    @Test
    void namesWhatIsThereTwiceOrHasNoId() {
        List<ServerConf> servers = new ArrayList<>(view.servers());
        servers.add(new ServerConf("301", "again", "10.0.0.9", true));
        servers.add(new ServerConf(null, "nameless", "10.0.0.8", true));
        DrView broken = new DrView(
                "7",
                "Example",
                1,
                view.drSettings(),
                null,
                view.appConnectorGroups(),
                view.serviceEdgeGroups(),
                view.segmentGroups(),
                servers,
                view.serverGroups(),
                view.applicationSegments());

        assertThat(ReferenceCheck.findings(broken)).containsExactly("server 301 is there twice", "a server has no id");
    }
}
