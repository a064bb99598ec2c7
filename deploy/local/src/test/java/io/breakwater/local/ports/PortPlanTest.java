package io.breakwater.local.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.local.SuiteException;
import io.breakwater.local.agents.AgentSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {
    @Test
    void thePortsAreTheDocumentedOnes() {
        PortPlan plan = PortPlan.standard(0, Map.of());

        assertThat(plan.port("config-service")).isEqualTo(8081);
        assertThat(plan.management("config-service")).isEqualTo(18_181);
        assertThat(plan.port("dns-watcher.notify")).isEqualTo(5353);
        assertThat(plan.port("postgres")).isEqualTo(15_432);
    }

    @Test
    void anOffsetMovesAllOfThem() {
        PortPlan plan = PortPlan.standard(2000, Map.of());
        plan.addAgent("app-connector-1", 9000, 18_200);

        assertThat(plan.port("dr-controller")).isEqualTo(10_083);
        assertThat(plan.management("dr-controller")).isEqualTo(20_183);
        assertThat(plan.port("app-connector-1")).isEqualTo(11_000);
    }

    @Test
    void aChosenPortCountsAsItIs() {
        PortPlan plan = PortPlan.standard(2000, Map.of("config-service", 8181, "config-service.management", 8182));

        assertThat(plan.port("config-service")).isEqualTo(8181);
        assertThat(plan.management("config-service")).isEqualTo(8182);
        assertThat(plan.management("dns-watcher")).isEqualTo(20_184);
    }

    @Test
    void suitesWhoseOffsetsDifferByThousandsNeverMeet() {
        Map<Integer, String> taken = new HashMap<>();
        for (int offset = 0; offset <= 46_000; offset += 1000) {
            for (Map.Entry<String, Integer> port : withManyAgents(offset).all().entrySet()) {
                String mine = port.getKey() + " at offset " + offset;
                assertThat(taken.put(port.getValue(), mine)).as(mine).isNull();
            }
        }
    }

    private static PortPlan withManyAgents(int offset) {
        PortPlan plan = PortPlan.standard(offset, Map.of());
        for (int number = 1; number <= 20; number++) {
            for (AgentSpec agent : List.of(AgentSpec.connector(number, true), AgentSpec.edge(number))) {
                plan.addAgent(agent.name(), agent.port(), agent.managementPort());
            }
        }
        return plan;
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> PortPlan.standard(0, Map.of("consol", 1)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("nothing is called consol")
                .hasMessageContaining("config-service");
    }

    @ParameterizedTest
    @ValueSource(ints = {46_444, 60_000, Integer.MAX_VALUE, -5353, Integer.MIN_VALUE})
    void anOffsetThatLeavesTheRangeIsRefusedWithTheRange(int offset) {
        assertThatThrownBy(() -> PortPlan.standard(offset, Map.of()))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("--port-offset " + offset)
                .hasMessageContaining("between -5352 and 46443");
    }

    @Test
    void theWidestOffsetsAreTaken() {
        assertThat(PortPlan.standard(46_443, Map.of()).port("kafka")).isEqualTo(65_535);
        assertThat(PortPlan.standard(-5352, Map.of()).port("dns-watcher.notify"))
                .isEqualTo(1);
    }

    @Test
    void aChosenPortBeyondTheLastIsRefusedWithItsName() {
        assertThatThrownBy(() -> PortPlan.standard(0, Map.of("kafka", 65_536)))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining("port 65536 of kafka is not between 1 and 65535");
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
