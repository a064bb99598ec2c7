package io.breakwater.config.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A condition over one entity with the alias {@code e}, and its parameters. Immutable; attribute names come from our code, values are
 * always parameters.
 */
public record Where(String condition, Map<String, Object> parameters) {
    public static Where of(String condition, Map<String, Object> parameters) {
        return new Where(condition, Map.copyOf(parameters));
    }

    /** Any of them. */
    static Where any(List<Where> all) {
        return all.size() == 1 ? all.get(0) : joined(all, " or ");
    }

    /** All of them. */
    static Where all(List<Where> all) {
        return all.size() == 1 ? all.get(0) : joined(all, " and ");
    }

    private static Where joined(List<Where> all, String word) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        all.forEach(one -> parameters.putAll(one.parameters));
        String condition = all.stream().map(one -> "(" + one.condition + ")").collect(Collectors.joining(word));
        return new Where("(" + condition + ")", Map.copyOf(parameters));
    }

    public Where and(Where other) {
        Map<String, Object> both = new LinkedHashMap<>(parameters);
        both.putAll(other.parameters);
        return new Where(condition + " and " + other.condition, Map.copyOf(both));
    }
}
