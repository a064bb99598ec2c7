package io.breakwater.config.agentgroup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import java.util.Locale;
import java.util.Set;

/** An ISO 3166 country code of two letters. */
record CountryCode() implements WireType<String> {
    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    @Override
    public String read(JsonNode node) {
        return parse(node.isTextual() ? node.textValue() : "");
    }

    @Override
    public String parse(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!CODES.contains(code)) {
            throw new ValueRefused("must be a country code of two letters (ISO 3166)");
        }
        return code;
    }

    @Override
    public JsonNode write(String value) {
        return TextNode.valueOf(value);
    }
}
