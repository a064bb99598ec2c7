package io.breakwater.config.microtenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.ViewList;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The body of {@code POST microtenants/search} in both of its forms (zpa-api 2.5): {@code filterBy} as a list of filters, or as groups
 * of them. A filter matches by any of its values; those of a group, and the groups, by their operator: AND unless it is OR. Pure.
 */
record MicrotenantSearch(Filters filters, ListQuery query) {
    private static final Set<String> FIELDS =
            Set.of("id", "name", "description", "enabled", "criteriaAttribute", "operator", "priority");
    private static final Set<String> OPERATORS = Set.of("EQ", "LIKE", "NQ", "NE", "CONTAINS");
    private static final int MOST = 100;

    /** Filters of which all must match, or any. */
    private record Filters(boolean any, List<Predicate<ObjectNode>> all) implements Predicate<ObjectNode> {
        @Override
        public boolean test(ObjectNode view) {
            return all.isEmpty()
                    || (any
                            ? all.stream().anyMatch(filter -> filter.test(view))
                            : all.stream().allMatch(filter -> filter.test(view)));
        }
    }

    private record Filter(String field, String operator, List<String> values) implements Predicate<ObjectNode> {
        @Override
        public boolean test(ObjectNode view) {
            String value = view.path(field).asText().toLowerCase(Locale.ROOT);
            return switch (operator) {
                case "EQ" -> values.contains(value);
                case "NQ", "NE" -> !values.contains(value);
                default -> values.stream().anyMatch(value::contains);
            };
        }
    }

    static MicrotenantSearch read(ObjectNode body) {
        JsonNode filterBy = body.path("filterBy");
        if (filterBy.isValueNode() && !filterBy.isNull()) {
            throw Refusal.invalid("filterBy", "must be a list of filters, or groups of them");
        }
        List<Predicate<ObjectNode>> filters = filters(filterBy);
        for (JsonNode group : filterBy.path("filterGroups")) {
            List<Predicate<ObjectNode>> ofGroup = filters(group.path("filters"));
            filters.add(new Filters(isAny(group), ofGroup));
        }
        requireFew(filters.size());
        return new MicrotenantSearch(new Filters(isAny(filterBy), filters), query(body));
    }

    private static List<Predicate<ObjectNode>> filters(JsonNode list) {
        List<Predicate<ObjectNode>> filters = new ArrayList<>();
        if (list.isArray()) {
            requireFew(list.size());
            list.forEach(filter -> filters.add(filter(filter)));
        }
        return filters;
    }

    private static boolean isAny(JsonNode node) {
        return "OR".equalsIgnoreCase(node.path("operator").asText());
    }

    private static void requireFew(int filters) {
        if (filters > MOST) {
            throw Refusal.invalid("filterBy", "must have at most " + MOST + " filters");
        }
    }

    Envelope<ObjectNode> page(List<ObjectNode> views) {
        List<ObjectNode> found = views.stream().filter(filters).toList();
        return ViewList.page(found, FIELDS, query);
    }

    private static Filter filter(JsonNode node) {
        String field = node.path("filterName").asText();
        String operator = node.path("operator").asText("EQ").toUpperCase(Locale.ROOT);
        if (!FIELDS.contains(field)) {
            throw Refusal.invalid("filterBy", "must have a filterName among " + String.join(", ", sorted(FIELDS)));
        }
        if (!OPERATORS.contains(operator)) {
            throw Refusal.invalid("filterBy", "must have an operator among " + String.join(", ", sorted(OPERATORS)));
        }
        return new Filter(field, operator, values(node));
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        node.path("values").forEach(value -> values.add(value.asText().toLowerCase(Locale.ROOT)));
        if (node.path("value").isValueNode()) {
            values.add(node.path("value").asText().toLowerCase(Locale.ROOT));
        }
        if (node.path("commaSepValues").isTextual()) {
            Arrays.stream(node.path("commaSepValues").asText().split(","))
                    .map(value -> value.trim().toLowerCase(Locale.ROOT))
                    .forEach(values::add);
        }
        return values;
    }

    private static ListQuery query(ObjectNode body) {
        JsonNode pageBy = body.path("pageBy");
        JsonNode sortBy = body.path("sortBy");
        return new ListQuery(
                null,
                pageBy.path("page").asText(null),
                pageBy.path("pageSize").asText(null),
                sortBy.path("sortName").asText(null),
                null,
                sortBy.path("sortOrder").asText(null),
                null);
    }

    private static List<String> sorted(Set<String> words) {
        return words.stream().sorted().toList();
    }
}
