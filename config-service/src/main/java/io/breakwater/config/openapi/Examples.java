package io.breakwater.config.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Requests and answers that tests recorded, one file for a resource. */
final class Examples {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Examples() {}

    /** @param part {@code request} or {@code answer} */
    static Optional<Object> of(String kind, String part) {
        try (InputStream file = Examples.class.getResourceAsStream("/openapi/examples/" + kind + ".json")) {
            if (file == null) {
                return Optional.empty();
            }
            JsonNode example = MAPPER.readTree(file).path(part);
            return Optional.of(MAPPER.convertValue(example, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the example of " + kind + " is not readable", e);
        }
    }
}
