package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** One of some words, in upper or lower case. */
record ChoiceType(List<String> words) implements WireType<String> {
    @Override
    public String read(JsonNode node) {
        return parse(node.isValueNode() ? node.asText().trim() : "");
    }

    @Override
    public String parse(String text) {
        return words.stream()
                .filter(word -> word.equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new ValueRefused(wanted()));
    }

    private String wanted() {
        return "must be one of " + String.join(", ", words);
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }

    @Override
    public ValueForm form() {
        return new ValueForm(ValueForm.Kind.TEXT, 0, words);
    }
}
