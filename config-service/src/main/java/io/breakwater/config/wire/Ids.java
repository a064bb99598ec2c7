package io.breakwater.config.wire;

import java.util.Optional;

/** Ids on the wire: decimal digits of a 64-bit number. */
public final class Ids {
    private Ids() {}

    /** Empty for anything that is no id: such a thing exists as little as an unknown id does. */
    public static Optional<Long> parse(String text) {
        if (text == null || !text.matches("[0-9]{1,19}")) {
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
