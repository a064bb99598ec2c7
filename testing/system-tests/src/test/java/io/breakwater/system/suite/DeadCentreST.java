package io.breakwater.system.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.local.LocalSuite;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything central is dead: services, Kafka, PostgreSQL. */
@ExtendWith(SuiteExtension.class)
class DeadCentreST {
    private final RunningSuite suite;

    DeadCentreST(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    @DisplayName("agents switch on and off by DNS alone, and a killed one resumes its mode from its disk (I4)")
    void switchesByDnsAlone() {
        Map<String, Long> before = suite.restarts();
        LocalSuite.CENTRE.forEach(suite.processes()::kill);

        Activation on = suite.publish(Mode.ACTIVE);
        suite.awaitAgents(on);
        suite.processes().kill(RunningSuite.CONNECTOR);
        suite.processes().start(RunningSuite.CONNECTOR);
        suite.awaitAgents(on);
        Activation off = suite.publish(Mode.NORMAL);
        suite.awaitAgents(off);

        suite.restarts()
                .forEach((agent, restarts) -> assertThat(restarts)
                        .as(agent + " switched on and off once each")
                        .isEqualTo(before.get(agent) + 2));
    }

    @Test
    @DisplayName("an agent that was down during the change resumes with its disk and follows what DNS says (I4)")
    void followsWhatItMissed() {
        LocalSuite.CENTRE.forEach(suite.processes()::kill);
        suite.processes().kill(RunningSuite.EDGE);
        Activation on = suite.publish(Mode.ACTIVE);

        suite.processes().start(RunningSuite.EDGE);

        suite.awaitAgents(on);
    }

    @Test
    @DisplayName("when the centre returns, dr-controller finds the state by itself, with one transition (I2, I5)")
    void theCentreCatchesUp() {
        LocalSuite.CENTRE.forEach(suite.processes()::kill);
        Activation on = suite.publish(Mode.ACTIVE);
        suite.awaitAgents(on);

        suite.processes().start(LocalSuite.CENTRE);

        suite.awaitEverybody(on);
        assertThat(suite.transitions(on)).isEqualTo(1);
    }
}
