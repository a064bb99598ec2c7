package io.breakwater.config.application;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.wire.Refusals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Port ranges in both of ZPA's forms: flat pairs {@code ["80","80","443","443"]} and objects {@code [{"from":"80","to":"80"}]}. The
 * objects win over the pairs; both empty clear; both absent keep. Answers hold both forms or neither. Pure.
 */
enum PortRanges {
    TCP("tcpPortRanges", "tcpPortRange"),
    UDP("udpPortRanges", "udpPortRange");

    private static final int MOST = 65_535;

    private final String flat;
    private final String structured;

    PortRanges(String flat, String structured) {
        this.flat = flat;
        this.structured = structured;
    }

    /** The ports to keep, as flat pairs; empty when the request does not speak of them. */
    Optional<String[]> read(ObjectNode body, Refusals refusals) {
        JsonNode objects = body.path(structured);
        JsonNode pairs = body.path(flat);
        List<String> ports = new ArrayList<>();
        if (!objects.isMissingNode() && !objects.isNull() && !isEmpty(objects)) {
            readObjects(objects, ports, refusals);
        } else if (!pairs.isMissingNode() && !pairs.isNull() && !isEmpty(pairs)) {
            readPairs(pairs, ports, refusals);
        } else if (!objects.isArray() && !pairs.isArray()) {
            return Optional.empty();
        }
        return Optional.of(ports.toArray(String[]::new));
    }

    /** Adds both forms, or none when there are no ports. */
    void write(String[] ports, ObjectNode view) {
        if (ports.length == 0) {
            return;
        }
        ArrayNode pairs = view.putArray(flat);
        ArrayNode objects = view.putArray(structured);
        for (int i = 0; i + 1 < ports.length; i += 2) {
            pairs.add(ports[i]).add(ports[i + 1]);
            objects.addObject().put("from", ports[i]).put("to", ports[i + 1]);
        }
    }

    /** The same into the object that was begun. */
    void write(String[] ports, JsonGenerator out) throws IOException {
        if (ports.length == 0) {
            return;
        }
        out.writeArrayFieldStart(flat);
        for (String port : ports) {
            out.writeString(port);
        }
        out.writeEndArray();
        out.writeArrayFieldStart(structured);
        for (int i = 0; i + 1 < ports.length; i += 2) {
            out.writeStartObject();
            out.writeStringField("from", ports[i]);
            out.writeStringField("to", ports[i + 1]);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static boolean isEmpty(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    private void readObjects(JsonNode objects, List<String> ports, Refusals refusals) {
        if (!objects.isArray()) {
            refusals.add(structured, "must be a list of objects with from and to");
            return;
        }
        if (!objects.get(0).isObject()) {
            refusals.add(
                    structured,
                    "must be a list of objects with from and to; texts from, to, from, to belong in " + flat);
            return;
        }
        for (JsonNode range : objects) {
            add(range.path("from"), range.path("to"), structured, ports, refusals);
        }
    }

    private void readPairs(JsonNode pairs, List<String> ports, Refusals refusals) {
        if (pairs.isArray() && pairs.get(0).isObject()) {
            refusals.add(
                    flat,
                    "must be a list of texts: from, to, from, to; objects with from and to belong in " + structured);
            return;
        }
        if (!pairs.isArray() || pairs.size() % 2 != 0) {
            refusals.add(flat, "must be a list of pairs: from, to, from, to");
            return;
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            add(pairs.get(i), pairs.get(i + 1), flat, ports, refusals);
        }
    }

    private static void add(JsonNode from, JsonNode to, String field, List<String> ports, Refusals refusals) {
        int first = port(from);
        int last = port(to);
        if (first < 1 || last > MOST || last < first) {
            refusals.add(field, "must hold ports from 1 to " + MOST + ", the first of a range not above the last");
            return;
        }
        ports.add(Integer.toString(first));
        ports.add(Integer.toString(last));
    }

    /** Below every port when it is none. */
    private static int port(JsonNode node) {
        String text =
                node.isTextual() || node.isIntegralNumber() ? node.asText().trim() : "";
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    }
}
