package io.breakwater.config.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The operators of a search, with the spellings that clients use. */
public enum Operator {
    EQ("EQ"),
    NE("NE", "NQ"),
    LIKE("LIKE", "CONTAINS"),
    STARTS_WITH("STARTSWITH"),
    ENDS_WITH("ENDSWITH"),
    GREATER("GT"),
    LESS("LT"),
    GREATER_OR_EQUAL("GTEQ", "GE"),
    LESS_OR_EQUAL("LTEQ", "LE");

    private final Set<String> spellings;

    Operator(String... spellings) {
        this.spellings = Set.of(spellings);
    }

    static Optional<Operator> of(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(operator -> operator.spellings.contains(upper))
                .findFirst();
    }
}
