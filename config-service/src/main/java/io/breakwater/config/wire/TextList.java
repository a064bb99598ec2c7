package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A list of texts without repetition: domain names, addresses.
 *
 * @param most entries
 * @param check returns the text to keep, or throws {@link ValueRefused}
 */
public record TextList(int most, UnaryOperator<String> check) implements WireType<String[]> {
    private static final WireType<String> ENTRY = WireTypes.text(512);

    @Override
    public String[] read(JsonNode node) {
        if (!node.isArray()) {
            throw new ValueRefused("must be a list of texts");
        }
        if (node.size() > most) {
            throw new ValueRefused("must have at most " + most + " entries");
        }
        Set<String> kept = new LinkedHashSet<>();
        for (JsonNode entry : node) {
            kept.add(check.apply(ENTRY.read(entry)));
        }
        return kept.toArray(String[]::new);
    }

    @Override
    public JsonNode write(String[] value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(value.length);
        Arrays.stream(value).forEach(list::add);
        return list;
    }

    @Override
    public Comparison comparison() {
        return Comparison.NONE;
    }

    @Override
    public String[] parse(String text) {
        throw new ValueRefused("cannot be searched");
    }

    @Override
    public ValueForm form() {
        return new ValueForm(ValueForm.Kind.LIST, most, List.of());
    }
}
