package io.breakwater.config.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers of the management API as the octets that go out: one piece of a known length. Pure. */
public final class JsonBytes {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonBytes() {}

    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    /** @param value a tree, or a record of such */
    public static byte[] of(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("trees are always JSON", e);
        }
    }

    public static byte[] written(Writing writing) {
        try (ByteArrayBuilder octets = new ByteArrayBuilder();
                JsonGenerator out = MAPPER.getFactory().createGenerator(octets)) {
            writing.to(out);
            out.flush();
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory fails only when values are no JSON", e);
        }
    }

    /** @param octets an object that this class wrote */
    public static ObjectNode tree(byte[] octets) {
        return JsonBody.read(octets);
    }
}
