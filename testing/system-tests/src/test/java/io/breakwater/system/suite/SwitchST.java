package io.breakwater.system.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.http.Answer;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One signed record switches every agent, and back. */
@ExtendWith(SuiteExtension.class)
class SwitchST {
    private final RunningSuite suite;

    SwitchST(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    @DisplayName("test, on and off reach every agent, each with one transition in the history and one restart (I1, I5)")
    void switchesAndReturns() {
        Map<String, Long> before = suite.restarts();

        for (Mode mode : new Mode[] {Mode.TEST, Mode.ACTIVE, Mode.NORMAL}) {
            Activation activation = suite.publish(mode);
            suite.awaitEverybody(activation);
            assertThat(suite.transitions(activation))
                    .as("transitions to " + mode)
                    .isEqualTo(1);
        }

        assertThat(suite.restarts())
                .containsEntry(RunningSuite.CONNECTOR, before.get(RunningSuite.CONNECTOR) + 3)
                .containsEntry(RunningSuite.EDGE, before.get(RunningSuite.EDGE) + 3);
        assertThat(suite.mode(RunningSuite.ORDINARY_CONNECTOR).path("restarts").asLong())
                .isZero();
    }

    @Test
    @DisplayName("designated agents log the line that operators look for; others do not")
    void logsThatDrIsActivated() throws IOException {
        suite.awaitEverybody(suite.publish(Mode.ACTIVE));

        for (String agent : RunningSuite.DESIGNATED) {
            assertThat(log(agent)).contains("DR mode is activated!");
        }
        assertThat(log(RunningSuite.ORDINARY_CONNECTOR)).doesNotContain("DR mode is activated!");
    }

    @Test
    @DisplayName("dr-controller hears the acknowledgement of every agent that is designated for DR")
    void convergenceIsComplete() {
        Activation activation = suite.publish(Mode.ACTIVE);

        int designated = (int) suite.processes().agents().stream()
                .filter(AgentSpec::designated)
                .count();

        await("their acknowledgements").atMost(RunningSuite.PATIENCE).untilAsserted(() -> {
            JsonNode convergence = suite.controller("/dr/convergence");
            assertThat(convergence.path("identity").asText()).isEqualTo(activation.identity());
            assertThat(convergence.path("acknowledged").asInt()).isEqualTo(designated);
            assertThat(convergence.path("expected").asInt()).isEqualTo(designated);
        });
    }

    @Test
    @DisplayName("while DR is active configuration is read-only and says why; afterwards it takes writes again")
    void configurationIsFrozenWhileActive() {
        suite.awaitEverybody(suite.publish(Mode.ACTIVE));
        await("config-service knows").atMost(RunningSuite.PATIENCE).untilAsserted(() -> {
            Answer refused = createSegmentGroup("frozen");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("DR mode is active");
        });

        suite.awaitEverybody(suite.publish(Mode.NORMAL));
        await("config-service knows")
                .atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(createSegmentGroup("thawed-" + System.nanoTime())
                                .status())
                        .isEqualTo(201));
    }

    private Answer createSegmentGroup(String name) {
        return suite.processes()
                .asTenant(LocalSuite.CONFIG_SERVICE)
                .post(
                        "/mgmtconfig/v1/admin/customers/"
                                + suite.processes().tenant().customerId() + "/segmentGroup",
                        Map.of("name", name, "enabled", true));
    }

    private String log(String agent) throws IOException {
        return Files.readString(suite.processes().log(agent));
    }
}
