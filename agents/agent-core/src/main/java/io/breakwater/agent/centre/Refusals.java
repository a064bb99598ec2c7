package io.breakwater.agent.centre;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.agent.centre.CentreFailure.Kind;
import io.breakwater.agent.centre.CentreHttp.Answer;
import io.breakwater.contracts.event.EventCodec;
import java.io.IOException;

/** Turns an answer that is no success into a failure, with the detail of its problem document (RFC 9457). */
final class Refusals {
    private static final String SUPERSEDED = "agent-superseded";
    private static final int MAX_DETAIL = 300;

    private Refusals() {}

    static void check(String service, Answer answer) throws CentreFailure {
        if (answer.ok()) {
            return;
        }
        JsonNode problem = problem(answer.body());
        String detail = service + " says " + answer.status() + " " + detail(problem);
        throw new CentreFailure(kind(answer.status(), problem), detail.strip());
    }

    private static Kind kind(int status, JsonNode problem) {
        if (status == 403 && problem.toString().contains(SUPERSEDED)) {
            return Kind.SUPERSEDED;
        }
        if (status == 401) {
            return Kind.UNAUTHORIZED;
        }
        if (status == 403) {
            return Kind.FORBIDDEN;
        }
        return status >= 500 || status == 429 ? Kind.UNREACHABLE : Kind.REFUSED;
    }

    private static String detail(JsonNode problem) {
        for (String field : new String[] {"detail", "reason", "title"}) {
            String text = problem.path(field).asText("");
            if (!text.isEmpty()) {
                return text.length() > MAX_DETAIL ? text.substring(0, MAX_DETAIL) : text;
            }
        }
        return "";
    }

    private static JsonNode problem(byte[] body) {
        try {
            JsonNode node = EventCodec.mapper().readTree(body);
            return node == null ? EventCodec.mapper().nullNode() : node;
        } catch (IOException e) {
            return EventCodec.mapper().nullNode();
        }
    }
}
