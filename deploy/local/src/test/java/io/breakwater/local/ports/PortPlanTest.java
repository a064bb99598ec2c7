package io.breakwater.local.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.local.SuiteException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void thePortsAreTheDocumentedOnes() {
        PortPlan plan = PortPlan.standard(0, Map.of());

        assertThat(plan.port("config-service")).isEqualTo(8081);
        assertThat(plan.management("config-service")).isEqualTo(9081);
        assertThat(plan.port("dns-watcher.notify")).isEqualTo(5353);
        assertThat(plan.port("postgres")).isEqualTo(15_432);
    }

    @Test
    void anOffsetMovesAllOfThem() {
        PortPlan plan = PortPlan.standard(2000, Map.of());
        plan.addAgent("app-connector-1", 9000);

        assertThat(plan.port("dr-controller")).isEqualTo(10_083);
        assertThat(plan.management("dr-controller")).isEqualTo(11_083);
        assertThat(plan.port("app-connector-1")).isEqualTo(11_000);
    }

    @Test
    void aChosenPortCountsAsItIsAndTakesItsManagementPortAlong() {
        PortPlan plan = PortPlan.standard(2000, Map.of("config-service", 18_081));

        assertThat(plan.port("config-service")).isEqualTo(18_081);
        assertThat(plan.management("config-service")).isEqualTo(19_081);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> PortPlan.standard(0, Map.of("consol", 1)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("nothing is called consol")
                .hasMessageContaining("config-service");
    }

    @Test
    void aPortBeyondTheLastIsRefused() {
        assertThatThrownBy(() -> PortPlan.standard(60_000, Map.of()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("is not between 1 and 65535");
    }

    @Test
    void freePortsAreDifferentOnes() {
        PortPlan plan = PortPlan.free();

        assertThat(new HashSet<>(plan.all().values())).hasSameSizeAs(plan.all().values());
    }

    @Test
    void aTakenPortIsNamedWithTheSettingToChange() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan = PortPlan.standard(0, Map.of("kafka", taken.getLocalPort()));

            assertThatThrownBy(() -> PortCheck.requireFree(plan, List.of("kafka")))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + ", which kafka needs")
                    .hasMessageContaining("--port kafka=N")
                    .hasMessageContaining("--port-offset N");
        }
    }
}
