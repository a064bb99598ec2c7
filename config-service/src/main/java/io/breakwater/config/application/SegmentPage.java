package io.breakwater.config.application;

import com.fasterxml.jackson.core.JsonGenerator;
import io.breakwater.config.application.SegmentSharing.Share;
import io.breakwater.config.wire.JsonBytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Application segments with all that other tables say of them.
 *
 * @param links by the ids of the segments; one without server groups is not in it
 * @param shares the same; one that is not shared is not in it
 * @param covered the ids of those that lead to an App Connector group that is designated for DR
 */
record SegmentPage(
        List<SegmentRow> rows, Map<Long, List<LinkRow>> links, Map<Long, List<Share>> shares, Set<Long> covered) {
    /** The page of a list as clients read it (zpa-api 2.3). */
    byte[] envelope(long total, int pageSize) {
        long pages = (total + pageSize - 1) / pageSize;
        return JsonBytes.written(out -> {
            out.writeStartObject();
            out.writeStringField("totalPages", Long.toString(pages));
            out.writeStringField("totalCount", Long.toString(total));
            out.writeArrayFieldStart("list");
            for (SegmentRow row : rows) {
                write(row, out);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** Each by itself. */
    List<byte[]> objects() {
        return rows.stream()
                .map(row -> JsonBytes.written(out -> write(row, out)))
                .toList();
    }

    private void write(SegmentRow row, JsonGenerator out) throws IOException {
        out.writeStartObject();
        row.write(out);
        out.writeArrayFieldStart("serverGroups");
        for (LinkRow link : links.getOrDefault(row.id(), List.of())) {
            link.write(out);
        }
        out.writeEndArray();
        out.writeBooleanField("isIncompleteDRConfig", row.isForDr() && !covered.contains(row.id()));
        List<Share> with = shares.get(row.id());
        if (with != null) {
            SegmentSharing.write(with, out);
        }
        out.writeEndObject();
    }
}
