package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Text of a bounded length. Empty text clears.
 *
 * @param stripped whether spaces around it are no part of it, as with names
 */
record TextType(int longest, boolean stripped) implements WireType<String> {
    @Override
    public String read(JsonNode node) {
        if (!node.isTextual()) {
            throw new ValueRefused("must be text");
        }
        return parse(node.textValue());
    }

    @Override
    public String parse(String given) {
        String text = stripped ? Scalars.stripped(given) : given;
        if (text.length() > longest) {
            throw new ValueRefused("must have at most " + longest + " characters");
        }
        return Scalars.storable(text);
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
        return ValueForm.text(longest);
    }
}
