package io.breakwater.config.wire;

import java.util.Optional;

/** Ids on the wire: decimal digits of a 64-bit number. */
public final class Ids {
    private static final int MOST_DIGITS = 19;

    private Ids() {}

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /** Empty for anything that is no id: such a thing exists as little as an unknown id does. */
    public static Optional<Long> parse(String text) {
        if (text == null || !isNumber(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            // twenty digits are matched away above; this is one above 2^63-1
            return Optional.empty();
        }
    }
}
