package io.breakwater.config.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.config.wire.Csv;
import java.util.ArrayList;
import java.util.List;

/** Audit entries as comma-separated values (RFC 4180), with a header line. Pure. */
final class AuditCsv {
    private static final List<String> HEADER = List.of(
            "sequence",
            "at",
            "actor",
            "actorRole",
            "address",
            "action",
            "kind",
            "objectId",
            "objectName",
            "before",
            "after",
            "hash");

    private AuditCsv() {}

    static String of(List<AuditEntryView> entries) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADER);
        entries.forEach(entry -> lines.add(cells(entry)));
        return Csv.of(lines);
    }

    private static List<String> cells(AuditEntryView entry) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(entry.sequence()));
        HEADER.subList(1, HEADER.size() - 1)
                .forEach(key -> cells.add(text(entry.content().path(key))));
        cells.add(entry.hash());
        return cells;
    }

    private static String text(JsonNode node) {
        return node.isContainerNode() ? node.toString() : node.asText("");
    }
}
