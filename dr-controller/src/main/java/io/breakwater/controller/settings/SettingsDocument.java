package io.breakwater.controller.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import java.io.UncheckedIOException;
import java.util.Set;

/** Settings and keys as they are stored. Stateless. */
final class SettingsDocument {
    private static final TypeReference<Set<String>> TEXTS = new TypeReference<>() {};

    private SettingsDocument() {}

    static String write(Object value) {
        try {
            return EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DrSettings settings(String document) {
        try {
            return EventCodec.mapper().readValue(document, DrSettings.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> grounds(String json) {
        try {
            return EventCodec.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
