package io.breakwater.config.configobject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads an association of a request: a list of objects of which only the id counts, or of ids. Pure. */
public final class IdList {
    /** As many as a tenant may have of anything; fewer than a statement may have parameters. */
    public static final int MOST = 10_000;

    private IdList() {}

    /** Empty when the request does not speak of it: absent or null. */
    public static Optional<Set<Long>> read(ObjectNode body, String field) {
        JsonNode list = body.get(field);
        if (list == null || list.isNull()) {
            return Optional.empty();
        }
        if (!list.isArray()) {
            throw Refusal.invalid(field, "must be a list of objects with an id");
        }
        if (list.size() > MOST) {
            throw Refusal.invalid(field, "must have at most " + MOST + " entries");
        }
        Set<Long> ids = new LinkedHashSet<>();
        list.forEach(entry -> ids.add(id(entry.isObject() ? entry.path("id") : entry, field)));
        return Optional.of(ids);
    }

    /** The same; some clients write the list as one text, separated by commas. */
    public static Optional<Set<Long>> readListOrText(ObjectNode body, String field) {
        JsonNode list = body.path(field);
        if (!list.isTextual()) {
            return read(body, field);
        }
        Set<Long> ids = new LinkedHashSet<>();
        Arrays.stream(list.textValue().split(","))
                .map(String::trim)
                .filter(id -> !id.isEmpty())
                .forEach(id -> ids.add(Ids.parse(id).orElseThrow(() -> unknown(field))));
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    /** An id of no object of the tenant. */
    public static ProblemException unknown(String field) {
        return Refusal.invalid(field, "must name existing objects by their ids");
    }

    private static Long id(JsonNode node, String field) {
        boolean scalar = node.isTextual() || node.isIntegralNumber();
        return Ids.parse(scalar ? node.asText() : null).orElseThrow(() -> unknown(field));
    }
}
