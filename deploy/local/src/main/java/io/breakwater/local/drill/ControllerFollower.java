package io.breakwater.local.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.activation.Activation;
import io.breakwater.local.SuiteException;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.RestClient;
import java.util.List;
import java.util.stream.StreamSupport;

/** By dr-controller's convergence: all designated agents of the tenant, wherever they run. */
final class ControllerFollower implements Follower {
    private final RestClient controller;
    private final String path;

    /** @param controller signs in by itself */
    ControllerFollower(RestClient controller, String customerId) {
        this.controller = controller;
        this.path = "/api/v1/customers/" + customerId + "/dr/convergence";
    }

    @Override
    public List<Acknowledgement> look(Activation activation) {
        Answer answer = controller.get(path);
        if (!answer.isSuccess()) {
            throw new SuiteException("dr-controller answers " + answer);
        }
        boolean follows = answer.text("identity").equals(activation.identity());
        return StreamSupport.stream(answer.body().path("agents").spliterator(), false)
                .filter(agent -> agent.path("designated").asBoolean())
                .map(agent -> acknowledgement(agent, follows))
                .toList();
    }

    private static Acknowledgement acknowledgement(JsonNode agent, boolean follows) {
        JsonNode millis = agent.path("millis");
        return new Acknowledgement(
                agent.path("name").asText(),
                follows && agent.path("acknowledged").asBoolean(),
                millis.isNumber() ? millis.asLong() : null,
                agent.path("mode").asText(),
                trouble(agent));
    }

    private static String trouble(JsonNode agent) {
        String held = agent.path("heldReason").asText("");
        if (!held.isEmpty() && !held.equals("null")) {
            return "it holds: " + held;
        }
        String error = agent.path("lastError").asText("");
        if (!error.isEmpty() && !error.equals("null")) {
            return error;
        }
        String seen = agent.path("lastSeen").asText("");
        return seen.isEmpty() || seen.equals("null") ? "" : "last heard of at " + seen;
    }
}
