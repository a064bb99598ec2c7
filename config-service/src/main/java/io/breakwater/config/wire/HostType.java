package io.breakwater.config.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Where something is: kept and searched in the form of {@link HostNames#plain}. @param text which is kept */
record HostType(WireType<String> text) implements WireType<String> {
    @Override
    public String read(JsonNode node) {
        return text.read(node);
    }

    @Override
    public String parse(String value) {
        return text.parse(value);
    }

    @Override
    public String searched(String value) {
        return HostNames.plain(value);
    }

    @Override
    public JsonNode write(String value) {
        return text.write(value);
    }

    @Override
    public boolean emptyMeansAbsent() {
        return text.emptyMeansAbsent();
    }

    @Override
    public ValueForm form() {
        return text.form();
    }
}
