package io.breakwater.local.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.Activation;
import io.breakwater.local.agents.AgentOperator;
import java.util.List;

/** By the agents' operator ports: what is left to ask when everything central is dead. */
final class OperatorFollower implements Follower {
    private final List<AgentOperator> agents;

    OperatorFollower(List<AgentOperator> agents) {
        this.agents = agents;
    }

    @Override
    public List<Acknowledgement> look(Activation activation) {
        return agents.stream()
                .filter(agent -> agent.agent().designated())
                .map(agent -> agent.mode()
                        .map(mode -> acknowledgement(agent, mode, activation))
                        .orElseGet(() -> new Acknowledgement(
                                agent.agent().name(), false, null, "", "its operator port does not answer")))
                .toList();
    }

    private static Acknowledgement acknowledgement(AgentOperator agent, JsonNode mode, Activation activation) {
        String held = mode.path("held").path("reason").asText("");
        return new Acknowledgement(
                agent.agent().name(),
                mode.path("identity").asText().equals(activation.identity()),
                null,
                mode.path("mode").asText(),
                held.isEmpty() ? "" : "it holds: " + held);
    }
}
