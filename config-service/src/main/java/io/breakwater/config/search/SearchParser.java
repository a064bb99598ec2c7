package io.breakwater.config.search;

import io.breakwater.config.wire.Refusal;
import io.breakwater.platform.problem.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code search}: {@code field OP value [AND field OP value ...]}, with plus signs for the spaces around field and operator as the
 * clients send it, and once more encoded as some do. In a value a plus sign stays one: {@link Criterion#readings}. Text without an
 * operator is looked for in names. Pure.
 */
public final class SearchParser {
    private static final int LONGEST = 2000;
    private static final int MOST_CRITERIA = 20;
    private static final Pattern CRITERION =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)[\\s+]+([A-Za-z]+)(?:[\\s+](.*))?", Pattern.DOTALL);

    /** Only before another criterion: names may hold the word too. One character before it, so that a value may end with a plus sign. */
    private static final Pattern NEXT = Pattern.compile("[\\s+]AND[\\s+]+(?=[A-Za-z_][A-Za-z0-9_.]*[\\s+]+"
            + "(?i:EQ|NE|NQ|LIKE|CONTAINS|STARTSWITH|ENDSWITH|GT|LT|GTEQ|GE|LTEQ|LE)(?:[\\s+]|$))");

    private SearchParser() {}

    /** @param search as decoded from the query, or null */
    public static List<Criterion> parse(String search) {
        if (search == null || search.isBlank()) {
            return List.of();
        }
        if (search.length() > LONGEST) {
            throw Refusal.invalid("search", "must have at most " + LONGEST + " characters");
        }
        String text = criterion(search.strip()).isPresent() ? search.strip() : decodedAgain(search.strip());
        if (criterion(text).isEmpty()) {
            return List.of(new Criterion("name", Operator.LIKE, text));
        }
        String[] parts = NEXT.split(text);
        if (parts.length > MOST_CRITERIA) {
            throw Refusal.invalid("search", "must have at most " + MOST_CRITERIA + " criteria");
        }
        return Arrays.stream(parts)
                .map(part -> criterion(part).orElseThrow(SearchParser::unreadable))
                .toList();
    }

    /** The whole of it once more encoded, with its operators; plus signs stay, so that they separate or belong to the value. */
    private static String decodedAgain(String search) {
        if (!search.toUpperCase(Locale.ROOT).contains("%2B")) {
            return search;
        }
        try {
            return URLDecoder.decode(search.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Optional<Criterion> criterion(String part) {
        Matcher matcher = CRITERION.matcher(part.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.group(3) == null ? "" : matcher.group(3).strip();
        return Operator.of(matcher.group(2)).map(operator -> new Criterion(matcher.group(1), operator, value));
    }

    private static ProblemException unreadable() {
        return Refusal.invalid("search", "must have the form <field> <operator> <value> [AND ...]");
    }
}
