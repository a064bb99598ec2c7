package io.breakwater.platform.owner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.breakwater.contracts.event.EventCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads a part of a table. Pure but for a line in the log. */
final class OwnerPageReader {
    private static final Logger LOG = Logger.getLogger(OwnerPageReader.class);
    private static final int LONGEST_NEXT = 200;

    private OwnerPageReader() {}

    /**
     * @param unreadable entries that are none of the type: left out, so that one of them does not keep the others from being mended
     * @param next null in the last part
     */
    record Page<T>(List<T> items, int unreadable, String next) {}

    /** @throws IOException when it is no part of a table, or has more entries than were asked for */
    static <T> Page<T> read(Owner owner, byte[] octets, Class<T> type, int mostItems) throws IOException {
        ObjectMapper mapper = EventCodec.mapper();
        JsonNode page = mapper.readTree(octets);
        JsonNode items = page == null ? null : page.get("items");
        if (items == null || !items.isArray() || items.size() > mostItems) {
            throw new IOException(
                    owner.label() + "'s answer is no part of a table of at most " + mostItems + " entries");
        }
        List<T> read = new ArrayList<>(items.size());
        for (JsonNode item : items) {
            try {
                read.add(mapper.treeToValue(item, type));
            } catch (JsonProcessingException | IllegalArgumentException e) {
                LOG.warnf("An entry of %s is no %s and is left out", owner.label(), type.getSimpleName());
            }
        }
        return new Page<>(read, items.size() - read.size(), next(owner, page, items));
    }

    private static String next(Owner owner, JsonNode page, JsonNode items) throws IOException {
        String next = page.path("next").isTextual() ? page.get("next").asText() : null;
        if (next != null && (items.isEmpty() || next.length() > LONGEST_NEXT)) {
            throw new IOException(owner.label() + "'s answer names a next part and is empty, or the name is too long");
        }
        return next;
    }
}
