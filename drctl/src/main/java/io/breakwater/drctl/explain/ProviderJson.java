package io.breakwater.drctl.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what providers and DNS over HTTPS answer as zone lines: Route 53 change batches and record lists, Cloudflare batches and record
 * lists, {@code application/dns-json}.
 */
final class ProviderJson {

    private static final String TXT = "TXT";
    private static final List<String> KNOWN_FIELDS =
            List.of("Status", "Changes", "ResourceRecordSets", "posts", "patches", "puts", "result", "name", "Name");

    private ProviderJson() {}

    /** Whether it is such a document, and not a list of character-strings. */
    static boolean isOne(JsonNode json) {
        JsonNode document = json.isArray() ? json.path(0) : json;
        return KNOWN_FIELDS.stream().anyMatch(document::has);
    }

    static String zoneLines(JsonNode json) {
        List<String> lines = new ArrayList<>();
        if (json.path("Status").isInt()) {
            lines.add(";; status: " + status(json.path("Status").asInt()));
        }
        walk(json, lines);
        return String.join("\n", lines);
    }

    private static void walk(JsonNode json, List<String> lines) {
        JsonNode type = json.has("type") ? json.path("type") : json.path("Type");
        JsonNode name = json.has("name") ? json.path("name") : json.path("Name");
        if (json.isObject() && name.isTextual() && !type.isMissingNode()) {
            record(json, name.asText(), type.asText(), lines);
        }
        json.properties().forEach(field -> {
            boolean asked = field.getKey().equals("Question") || field.getKey().equals("deletes");
            boolean deleted = field.getValue().path("Action").asText().equals("DELETE");
            if (!asked && !deleted) {
                walk(field.getValue(), lines);
            }
        });
        if (json.isArray()) {
            json.forEach(each -> {
                if (!each.path("Action").asText().equals("DELETE")) {
                    walk(each, lines);
                }
            });
        }
    }

    private static void record(JsonNode json, String name, String type, List<String> lines) {
        String owner = name.endsWith(".") ? name : name + ".";
        String kind = type.equals("16") ? TXT : type.equals("5") ? "CNAME" : type;
        if (!kind.equals(TXT) && !kind.equals("CNAME")) {
            return;
        }
        List<String> values = new ArrayList<>();
        json.path("ResourceRecords")
                .forEach(each -> values.add(each.path("Value").asText()));
        for (String field : List.of("content", "data")) {
            if (json.path(field).isTextual()) {
                values.add(json.path(field).asText());
            }
        }
        values.forEach(
                value -> lines.add(owner + " " + kind + " " + (kind.equals(TXT) ? quoted(value) : absolute(value))));
    }

    private static String quoted(String value) {
        String line = value.replaceAll("[\\r\\n]", " ");
        return line.startsWith("\"") ? line : '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String absolute(String name) {
        return name.endsWith(".") ? name : name + ".";
    }

    private static String status(int code) {
        return switch (code) {
            case 0 -> "NOERROR";
            case 1 -> "FORMERR";
            case 2 -> "SERVFAIL";
            case 3 -> "NXDOMAIN";
            case 5 -> "REFUSED";
            default -> "RCODE" + code;
        };
    }
}
