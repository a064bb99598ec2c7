package io.breakwater.local.demo;

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
import io.breakwater.local.demo.Checks.Look;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.UnreachableException;
import io.breakwater.local.zone.ActivationZone;
import java.time.Instant;
import java.util.List;

/** Asks the suite's processes what they are at. Silence is an answer too: a missing node. */
final class Onlooker {
    private final LocalSuite suite;

    Onlooker(LocalSuite suite) {
        this.suite = suite;
    }

    /** The activation that a published record set is, for somebody who has seen nothing before. */
    static Activation activation(ActivationZone zone, Rrset rrset) {
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

    JsonNode mode(AgentSpec agent) {
        return suite.agent(agent.name()).mode().orElse(MissingNode.getInstance());
    }

    /** Whether the agent has that activation, and is in its mode if it is designated and in NORMAL if not. */
    Look follows(AgentSpec agent, Activation activation) {
        Mode expected = agent.designated() ? activation.mode() : Mode.NORMAL;
        JsonNode view = mode(agent);
        boolean good = view.path("mode").asText().equals(expected.name())
                && view.path("identity").asText().equals(activation.identity());
        return new Look(good, view.isMissingNode() ? "no answer" : described(view));
    }

    /** Whether the agent names that reason for keeping its mode. */
    Look holds(AgentSpec agent, String reason, Mode mode) {
        JsonNode view = mode(agent);
        boolean good = view.path("mode").asText().equals(mode.name())
                && view.path("held").path("reason").asText().equals(reason);
        return new Look(good, view.isMissingNode() ? "no answer" : described(view));
    }

    private static String described(JsonNode view) {
        String source = view.path("source").asText("");
        String held = view.path("held").path("reason").asText("");
        return view.path("mode").asText()
                + (source.isEmpty() || source.equals("null") ? "" : " by " + source)
                + (held.isEmpty() ? "" : ", held: " + held)
                + ", restarts " + view.path("restarts").asText("?");
    }

    /** A path of a service below the tenant; a missing node while it does not answer. */
    JsonNode ask(String service, String path) {
        try {
            Answer answer = suite.asTenant(service)
                    .get("/api/v1/customers/" + suite.tenant().customerId() + path);
            return answer.isSuccess() ? answer.body() : MissingNode.getInstance();
        } catch (UnreachableException e) {
            return MissingNode.getInstance();
        }
    }

    /** The history's transition to that activation; a missing node when there is none. */
    JsonNode transition(Activation activation) {
        for (JsonNode entry :
                ask(LocalSuite.DR_CONTROLLER, "/dr/history?limit=20").path("entries")) {
            boolean changed = !entry.path("before")
                    .path("mode")
                    .equals(entry.path("after").path("mode"));
            if (changed && entry.path("identity").asText().equals(activation.identity())) {
                return entry;
            }
        }
        return MissingNode.getInstance();
    }
}
