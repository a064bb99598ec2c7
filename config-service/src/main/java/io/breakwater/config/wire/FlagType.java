package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Set;

/** True or false, as JSON or as text. */
record FlagType() implements WireType<Boolean> {
    private static final Set<String> WORDS = Set.of("true", "false");

    @Override
    public Boolean read(JsonNode node) {
        return node.isBoolean() ? node.booleanValue() : parse(node.isTextual() ? node.textValue() : "");
    }

    @Override
    public Boolean parse(String text) {
        if (!WORDS.contains(text.toLowerCase())) {
            throw new ValueRefused("must be true or false");
        }
        return Boolean.valueOf(text);
    }

    @Override
    public JsonNode write(Boolean value) {
        return BooleanNode.valueOf(value);
    }

    @Override
    public Comparison comparison() {
        return Comparison.EXACT;
    }

    @Override
    public ValueForm form() {
        return ValueForm.of(ValueForm.Kind.FLAG);
    }
}
