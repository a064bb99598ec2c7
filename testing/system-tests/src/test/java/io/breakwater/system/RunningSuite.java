package io.breakwater.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.UnreachableException;
import io.breakwater.local.zone.ActivationZone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The suite that the tests of a class share, and the questions that they ask of it. For one thread. */
public final class RunningSuite {
    /** Generous: it only ends a hang. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    public static final String CONNECTOR = "app-connector-1";
    public static final String ORDINARY_CONNECTOR = "app-connector-2";
    public static final String EDGE = "service-edge-1";
    public static final List<String> DESIGNATED = List.of(CONNECTOR, EDGE);

    private final LocalSuite suite;
    private final ActivationZone zone;

    RunningSuite(LocalSuite suite) {
        this.suite = suite;
        this.zone = suite.activation();
    }

    public LocalSuite processes() {
        return suite;
    }

    public ActivationZone zone() {
        return zone;
    }

    /** Publishes a record of this mode, newer than the last one, and gives the activation that it must become. */
    public Activation publish(Mode mode) {
        return activation(zone.publish(mode).rrset());
    }

    /** What a record set means to somebody who has seen nothing before. */
    public Activation activation(Rrset rrset) {
        return Evaluator.evaluate(
                        rrset,
                        zone.domain(),
                        List.of(zone.keys().publicKey()),
                        Policy.DEFAULT,
                        ReplayState.EMPTY,
                        Instant.now().getEpochSecond())
                .verdict()
                .activation()
                .orElseThrow();
    }

    /** Starts what does not run and waits until everybody, also dr-controller, is back in NORMAL. */
    public void allRunningAndNormal() {
        suite.start(suite.names());
        Activation off = publish(Mode.NORMAL);
        awaitEverybody(off);
    }

    /** Waits until all agents and dr-controller have that activation in force. */
    public void awaitEverybody(Activation activation) {
        awaitAgents(activation);
        await("dr-controller has " + activation.mode()).atMost(PATIENCE).untilAsserted(() -> {
            JsonNode state = state();
            assertThat(state.path("mode").asText()).isEqualTo(activation.mode().name());
            assertThat(state.path("identity").asText()).isEqualTo(activation.identity());
        });
    }

    /** Waits until every agent has acknowledged the activation, and the designated ones are in its mode. */
    public void awaitAgents(Activation activation) {
        for (AgentSpec agent : suite.agents()) {
            Mode expected = agent.designated() ? activation.mode() : Mode.NORMAL;
            await(agent.name() + " is in " + expected).atMost(PATIENCE).untilAsserted(() -> {
                JsonNode mode = mode(agent.name());
                assertThat(mode.path("identity").asText()).isEqualTo(activation.identity());
                assertThat(mode.path("mode").asText()).isEqualTo(expected.name());
                assertThat(mode.path("tenantMode").asText())
                        .isEqualTo(activation.mode().name());
            });
        }
    }

    /** What the agent says on its operator port; a missing node while it does not answer. */
    public JsonNode mode(String agent) {
        return suite.agent(agent).mode().orElse(MissingNode.getInstance());
    }

    /** How often each designated agent's service was restarted by a change of its mode. */
    public Map<String, Long> restarts() {
        Map<String, Long> restarts = new TreeMap<>();
        for (String agent : DESIGNATED) {
            restarts.put(agent, mode(agent).path("restarts").asLong());
        }
        return restarts;
    }

    /** dr-controller's view of the tenant. */
    public JsonNode state() {
        return controller("/dr");
    }

    /** The transitions that the history holds for one activation. */
    public long transitions(Activation activation) {
        return StreamSupport.stream(
                        controller("/dr/history?limit=50").path("entries").spliterator(), false)
                .filter(entry -> entry.path("identity").asText().equals(activation.identity()))
                .filter(entry -> !entry.path("before")
                        .path("mode")
                        .equals(entry.path("after").path("mode")))
                .count();
    }

    /** The highest sequence of the history: it does not grow when nothing happened. */
    public long historyLength() {
        return controller("/dr/history?limit=1")
                .path("entries")
                .path(0)
                .path("sequence")
                .asLong();
    }

    /** A path of dr-controller below the tenant. No answer, or another than success, is a failed assertion: wait for it. */
    public JsonNode controller(String path) {
        try {
            Answer answer = suite.asTenant(LocalSuite.DR_CONTROLLER)
                    .get("/api/v1/customers/" + suite.tenant().customerId() + path);
            assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
            return answer.body();
        } catch (UnreachableException e) {
            throw new AssertionError("dr-controller does not answer", e);
        }
    }
}
