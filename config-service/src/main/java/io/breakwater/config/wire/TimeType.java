package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Epoch seconds; text on the wire. */
record TimeType() implements WireType<Instant> {
    @Override
    public Instant read(JsonNode node) {
        return parse(Scalars.text(node, "must be epoch seconds"));
    }

    @Override
    public Instant parse(String text) {
        if (!text.matches("[0-9]{1,12}")) {
            throw new ValueRefused("must be epoch seconds");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    @Override
    public JsonNode write(Instant value) {
        return TextNode.valueOf(Long.toString(value.getEpochSecond()));
    }

    @Override
    public Instant ofColumn(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    @Override
    public Comparison comparison() {
        return Comparison.ORDERED;
    }

    @Override
    public ValueForm form() {
        return ValueForm.of(ValueForm.Kind.TIME);
    }
}
