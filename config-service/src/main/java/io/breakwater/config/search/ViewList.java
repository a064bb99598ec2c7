package io.breakwater.config.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Search, sorting and paging of the few lists that do not come from one table. Texts compare ignoring case. Pure. */
public final class ViewList {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private ViewList() {}

    /**
     * @param views all there are, in order of creation
     * @param fields that may be searched and sorted by
     */
    public static Envelope<ObjectNode> page(List<ObjectNode> views, Set<String> fields, ListQuery query) {
        List<Criterion> criteria = SearchParser.parse(query.search());
        criteria.forEach(criterion -> requireKnown(fields, criterion));
        List<ObjectNode> found = views.stream()
                .filter(view -> criteria.stream().allMatch(matches(view)))
                .sorted(order(fields, query))
                .toList();
        int size = query.pageSize();
        long skipped = Math.min(found.size(), query.pageNumber() - 1) * size;
        List<ObjectNode> entries = found.stream().skip(skipped).limit(size).toList();
        return new ListPage<>(found.size(), size, entries).envelope(entries);
    }

    private static void requireKnown(Set<String> fields, Criterion criterion) {
        if (!fields.contains(criterion.field())) {
            throw Refusal.invalid("search", "names a field that cannot be searched");
        }
    }

    private static Comparator<ObjectNode> order(Set<String> fields, ListQuery query) {
        if (query.sortBy() == null || !fields.contains(query.sortBy())) {
            return (first, second) -> 0;
        }
        Comparator<ObjectNode> order =
                (first, second) -> compare(text(first, query.sortBy()), text(second, query.sortBy()));
        return query.descending() ? order.reversed() : order;
    }

    private static Predicate<Criterion> matches(ObjectNode view) {
        return criterion -> {
            String value = text(view, criterion.field());
            List<String> readings = criterion.readings().stream()
                    .map(reading -> reading.toLowerCase(Locale.ROOT))
                    .toList();
            return criterion.operator() == Operator.NE
                    ? !readings.contains(value)
                    : readings.stream().anyMatch(wanted -> matches(criterion.operator(), value, wanted));
        };
    }

    private static boolean matches(Operator operator, String value, String wanted) {
        return switch (operator) {
            case EQ -> value.equals(wanted);
            case NE -> !value.equals(wanted);
            case LIKE -> value.contains(wanted);
            case STARTS_WITH -> value.startsWith(wanted);
            case ENDS_WITH -> value.endsWith(wanted);
            case GREATER -> compare(value, wanted) > 0;
            case LESS -> compare(value, wanted) < 0;
            case GREATER_OR_EQUAL -> compare(value, wanted) >= 0;
            case LESS_OR_EQUAL -> compare(value, wanted) <= 0;
        };
    }

    /** Counts by size, other texts letter by letter. */
    private static int compare(String value, String wanted) {
        return NUMBER.matcher(value).matches() && NUMBER.matcher(wanted).matches()
                ? Long.compare(Long.parseLong(value), Long.parseLong(wanted))
                : value.compareTo(wanted);
    }

    private static String text(ObjectNode view, String field) {
        JsonNode value = view.path(field);
        return value.isValueNode() ? value.asText().toLowerCase(Locale.ROOT) : "";
    }
}
