package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A whole number within bounds; text on the wire. */
record NumberType(long least, long most) implements WireType<Long> {
    @Override
    public Long read(JsonNode node) {
        return parse(Scalars.text(node, wanted()));
    }

    @Override
    public Long parse(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw new ValueRefused(wanted());
        }
        long value = Long.parseLong(text);
        if (value < least || value > most) {
            throw new ValueRefused(wanted());
        }
        return value;
    }

    private String wanted() {
        return "must be a whole number from " + least + " to " + most;
    }

    @Override
    public JsonNode write(Long value) {
        return TextNode.valueOf(value.toString());
    }

    @Override
    public Comparison comparison() {
        return Comparison.ORDERED;
    }

    @Override
    public ValueForm form() {
        return ValueForm.of(ValueForm.Kind.NUMBER);
    }
}
