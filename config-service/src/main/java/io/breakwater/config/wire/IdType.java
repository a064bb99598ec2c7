package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The id of an object. */
record IdType() implements WireType<Long> {
    @Override
    public Long read(JsonNode node) {
        return parse(Scalars.text(node, "must be an id"));
    }

    @Override
    public Long parse(String text) {
        return Ids.parse(text).orElseThrow(() -> new ValueRefused("must be an id"));
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
        return ValueForm.of(ValueForm.Kind.ID);
    }
}
