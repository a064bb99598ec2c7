package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;

/**
 * Text of a bounded length with a form of its own. Empty text clears.
 *
 * @param check returns the text to keep, or throws {@link ValueRefused}
 */
record CheckedText(WireType<String> text, UnaryOperator<String> check) implements WireType<String> {
    @Override
    public String read(JsonNode node) {
        String value = text.read(node);
        return value.isEmpty() ? value : check.apply(value);
    }

    /** A search may name a part of one. */
    @Override
    public String parse(String value) {
        return text.parse(value);
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }

    @Override
    public boolean emptyMeansAbsent() {
        return false;
    }

    @Override
    public ValueForm form() {
        return text.form();
    }
}
