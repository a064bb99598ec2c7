package io.breakwater.local.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentsReadyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final AgentSpec DESIGNATED = AgentSpec.connector(1, true);
    private static final AgentSpec ORDINARY = AgentSpec.connector(2, false);

    @Test
    void aDesignatedAgentIsReadyWithItsFirstSnapshot() {
        Iterator<Optional<JsonNode>> answers = List.of(
                        Optional.<JsonNode>empty(), mode(false, null), mode(true, null), mode(true, "config-1"))
                .iterator();

        assertThat(AgentsReady.await(List.of(DESIGNATED), agent -> answers.next(), PATIENCE))
                .isEmpty();

        assertThat(answers.hasNext()).isFalse();
    }

    @Test
    void anOrdinaryOneNeedsNone() {
        assertThat(AgentsReady.await(List.of(ORDINARY), agent -> mode(true, null), PATIENCE))
                .isEmpty();
    }

    @Test
    void whatIsNotReadyInTimeIsToldAndNotWaitedForAnyLonger() {
        assertThat(AgentsReady.await(
                        List.of(DESIGNATED, ORDINARY), agent -> mode(agent.designated(), null), Duration.ofMillis(100)))
                .containsExactly(
                        "app-connector-1 has no snapshot yet: see its log",
                        "app-connector-2 is not enrolled yet: see its log");
    }

    private static Optional<JsonNode> mode(boolean enrolled, String snapshot) {
        return Optional.of(
                JsonNodeFactory.instance.objectNode().put("enrolled", enrolled).put("snapshot", snapshot));
    }
}
