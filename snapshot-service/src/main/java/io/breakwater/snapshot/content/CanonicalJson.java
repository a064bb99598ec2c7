package io.breakwater.snapshot.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.breakwater.contracts.event.EventCodec;
import java.io.UncheckedIOException;

/**
 * JSON whose octets depend on the content only: fields and map keys sorted by name, no white space, no nulls, ISO 8601 times in UTC. Lists
 * keep their order: who builds them sorts them. Stateless and safe for threads.
 */
public final class CanonicalJson {
    private static final JsonMapper MAPPER = ((JsonMapper) EventCodec.mapper())
            .rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private CanonicalJson() {}

    /** The document's octets, UTF-8. */
    public static byte[] octets(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a " + document.getClass().getSimpleName() + " cannot be written", e);
        }
    }
}
