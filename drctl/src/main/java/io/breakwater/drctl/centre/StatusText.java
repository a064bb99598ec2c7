package io.breakwater.drctl.centre;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A tenant's state for people. Pure. */
final class StatusText {
    private StatusText() {}

    static List<String> lines(JsonNode state, JsonNode convergence) {
        List<String> lines = new ArrayList<>();
        lines.add("domain    " + text(state.path("domain"), "none"));
        lines.add("mode      " + text(state.path("mode"), "?") + " since " + time(state.path("since")));
        if (state.path("x").isNumber()) {
            lines.add("ends      " + Instant.ofEpochSecond(state.path("x").asLong()));
        }
        JsonNode held = state.path("held");
        if (held.isObject()) {
            lines.add("held      " + text(held.path("reason"), "?") + " since " + time(held.path("since"))
                    + ": the record is not believed (drctl record explain)");
        }
        JsonNode next = state.path("upcoming");
        if (next.isObject()) {
            lines.add("upcoming  " + text(next.path("mode"), "?") + " at "
                    + Instant.ofEpochSecond(next.path("t").asLong()));
        }
        JsonNode look = state.path("lastObserved");
        lines.add("last look "
                + (look.isObject()
                        ? time(look.path("seenAt")) + ", " + text(look.path("trigger"), "?") + ", "
                                + text(look.path("verdict"), "not judged") + reason(look)
                        : "none yet"));
        lines.add("agents    " + convergence.path("acknowledged").asInt() + " of "
                + convergence.path("expected").asInt() + " have acknowledged");
        for (JsonNode agent : convergence.path("agents")) {
            agent(lines, agent);
        }
        return lines;
    }

    private static void agent(List<String> lines, JsonNode agent) {
        String name = "  " + text(agent.path("name"), "?") + ", " + text(agent.path("mode"), "?");
        if (!agent.path("acknowledged").asBoolean()) {
            lines.add(name + ", " + (agent.path("late").asBoolean() ? "LATE" : "not yet") + ", last heard of at "
                    + time(agent.path("lastSeen")) + trouble(agent));
        } else {
            String millis = agent.path("millis").isNumber()
                    ? " after " + agent.path("millis").asLong() + " ms"
                    : "";
            lines.add(name + ", acknowledged" + millis + trouble(agent));
        }
    }

    private static String trouble(JsonNode agent) {
        StringBuilder text = new StringBuilder();
        for (String field : List.of("notReady", "heldReason", "lastError")) {
            String value = text(agent.path(field), "");
            if (!value.isEmpty() && !value.equals("false")) {
                text.append(": ").append(value);
            }
        }
        return text.toString();
    }

    private static String reason(JsonNode look) {
        String reason = text(look.path("reason"), "");
        return reason.isEmpty() || reason.equals("OK") ? "" : " (" + reason + ")";
    }

    private static String text(JsonNode node, String otherwise) {
        return node.isValueNode() && !node.isNull() ? node.asText() : otherwise;
    }

    private static String time(JsonNode node) {
        String text = text(node, "");
        return text.isEmpty()
                ? "?"
                : Instant.parse(text).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
