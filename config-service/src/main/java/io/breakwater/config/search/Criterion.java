package io.breakwater.config.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One comparison of a search: {@code name EQ Boston}.
 *
 * @param value as it stands in the search
 */
public record Criterion(String field, Operator operator, String value) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[^+\\s])\\++(?=[^+\\s])");

    /**
     * What the value may mean. A plus sign is one, or between words a space as clients write it; whether it was one can no longer be told,
     * so that both count. Some encode the value once more. The value as it stands comes first.
     */
    public List<String> readings() {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(value);
        readings.add(BETWEEN_WORDS
                .matcher(value)
                .replaceAll(pluses -> " ".repeat(pluses.group().length())));
        if (value.toUpperCase(Locale.ROOT).contains("%2B")) {
            decode(value.replace("+", "%2B"), readings);
            decode(value, readings);
        }
        return List.copyOf(readings);
    }

    private static void decode(String text, Set<String> readings) {
        try {
            readings.add(URLDecoder.decode(text, StandardCharsets.UTF_8).strip());
        } catch (IllegalArgumentException e) {
            // a percent sign of its own: it is not encoded
        }
    }
}
