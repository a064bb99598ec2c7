package io.breakwater.drctl.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes {@code dig +yaml} and octoDNS' zone files as zone lines. */
final class YamlLines {
    private static final Pattern FIRST_LINE = Pattern.compile("---.*|-|- type: .*|['\"]?[A-Za-z0-9_.*@-]*['\"]?:");
    private static final int LONGEST_STRING = 255;

    private YamlLines() {}

    /** Whether the first line that says something is one of YAML, which no zone text begins with. */
    static boolean isYaml(String text) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> FIRST_LINE.matcher(line).matches())
                .isPresent();
    }

    /** @throws IOException when it is no YAML */
    static String zoneLines(String text) throws IOException {
        JsonNode yaml = new YAMLMapper().readTree(text);
        List<String> lines = new ArrayList<>();
        if (yaml.isArray()) {
            yaml.forEach(message -> dig(message, lines));
        } else {
            yaml.properties().forEach(name -> octoDns(name.getKey(), name.getValue(), lines));
        }
        return String.join("\n", lines);
    }

    private static void dig(JsonNode message, List<String> lines) {
        if (message.path("type").asText().equals("DIG_ERROR")) {
            lines.add(";; " + oneLine(message.path("message").asText()));
            return;
        }
        JsonNode data = message.path("message").path("response_message_data");
        lines.add(";; status: " + oneLine(data.path("status").asText()));
        data.path("ANSWER_SECTION").forEach(record -> lines.add(oneLine(record.asText())));
    }

    private static void octoDns(String name, JsonNode entry, List<String> lines) {
        if (entry.isArray()) {
            entry.forEach(each -> octoDns(name, each, lines));
            return;
        }
        String owner = name.isEmpty() ? "@" : name;
        String type = entry.path("type").asText();
        if (type.equals("CNAME")) {
            lines.add(owner + " CNAME " + oneLine(entry.path("value").asText()));
        } else if (type.equals("TXT")) {
            if (entry.path("value").isTextual()) {
                lines.add(owner + " TXT " + strings(entry.path("value").asText()));
            }
            entry.path("values").forEach(value -> lines.add(owner + " TXT " + strings(value.asText())));
        }
    }

    /** octoDNS writes a semicolon with a backslash, and cuts a value into character-strings itself. */
    private static String strings(String value) {
        String plain = oneLine(value).replace("\\;", ";");
        StringBuilder strings = new StringBuilder();
        for (int at = 0; at == 0 || at < plain.length(); at += LONGEST_STRING) {
            String string = plain.substring(at, Math.min(plain.length(), at + LONGEST_STRING));
            strings.append(" \"")
                    .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return strings.toString().strip();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]+", " ").strip();
    }
}
