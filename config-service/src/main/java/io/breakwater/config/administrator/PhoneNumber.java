package io.breakwater.config.administrator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.breakwater.config.wire.ValueForm;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import java.util.regex.Pattern;

/** Ten digits, as ZPA keeps them; people write them with spaces, dots, hyphens, parentheses and +1, and programs as a number. Empty clears. */
record PhoneNumber() implements WireType<String> {
    private static final int LONGEST = 32;
    private static final Pattern WRITTEN = Pattern.compile("(?:\\+1)?([0-9]{10})");
    private static final Pattern BETWEEN = Pattern.compile("[ ().-]");

    @Override
    public String read(JsonNode node) {
        if (!node.isTextual() && !node.isIntegralNumber()) {
            throw new ValueRefused("must be text");
        }
        String text = node.asText().strip();
        return text.isEmpty() ? "" : plain(text);
    }

    private static String plain(String text) {
        var written = WRITTEN.matcher(
                text.length() > LONGEST ? "" : BETWEEN.matcher(text).replaceAll(""));
        if (!written.matches()) {
            throw new ValueRefused("must have ten digits");
        }
        return written.group(1);
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }

    /** A search may look for a part. */
    @Override
    public String parse(String text) {
        return text;
    }

    @Override
    public boolean emptyMeansAbsent() {
        return false;
    }

    @Override
    public ValueForm form() {
        return ValueForm.text(LONGEST);
    }
}
