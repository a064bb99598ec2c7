package io.breakwater.config.search;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A condition over one entity with the alias {@code e}, and its parameters. Immutable; attribute names come from our code, values are
 * always parameters.
 */
public record Where(String condition, Map<String, Object> parameters) {
    public static Where of(String condition, Map<String, Object> parameters) {
        return new Where(condition, Map.copyOf(parameters));
    }

    public Where and(Where other) {
        Map<String, Object> both = new LinkedHashMap<>(parameters);
        both.putAll(other.parameters);
        return new Where(condition + " and " + other.condition, Map.copyOf(both));
    }
}
