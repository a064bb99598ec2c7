package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What the kinds of scalar have in common. Pure. */
final class Scalars {
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\uFEFF]+|[\\s\\p{Z}\\uFEFF]+$");

    private Scalars() {}

    /** The text of a text or a number, without spaces around it. @throws ValueRefused for anything else */
    static String text(JsonNode node, String wanted) {
        if (!node.isTextual() && !node.isNumber()) {
            throw new ValueRefused(wanted);
        }
        return node.asText().trim();
    }

    /** Without the spaces around it, of every kind that Unicode knows, and without a byte order mark. */
    static String stripped(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    /** @throws ValueRefused for what PostgreSQL and JSON cannot carry there and back */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw new ValueRefused("must not hold NUL or half of a surrogate pair");
            }
            if (pair) {
                i++;
            }
        }
        return text;
    }
}
