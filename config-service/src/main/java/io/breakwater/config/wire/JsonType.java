package io.breakwater.config.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Any JSON of a bounded length, kept as its text and given back as it was: for what only clients understand.
 *
 * @param longest characters of its text
 */
public record JsonType(int longest) implements WireType<String> {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public String read(JsonNode node) {
        String text = node.toString();
        if (text.length() > longest) {
            throw new ValueRefused("must have at most " + longest + " characters as JSON");
        }
        return text;
    }

    @Override
    public JsonNode write(String value) {
        try {
            return MAPPER.readTree(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("stored JSON is not readable", e);
        }
    }

    @Override
    public Comparison comparison() {
        return Comparison.NONE;
    }

    @Override
    public String parse(String text) {
        throw new ValueRefused("cannot be searched");
    }

    @Override
    public ValueForm form() {
        return new ValueForm(ValueForm.Kind.ANY, longest, List.of());
    }
}
