package io.breakwater.drctl.explain;

import io.breakwater.activation.pasted.PastedLimits;
import io.breakwater.activation.pasted.PastedReader;
import io.breakwater.activation.pasted.PastedRecords;
import io.breakwater.activation.pasted.UnreadablePasteException;
import io.breakwater.drctl.CommandFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads records from what a user pasted into a file. */
final class FileRecords {

    private FileRecords() {}

    static SeenRecords read(byte[] octets, String domain, String source)
            throws CommandFailedException, LiveRecords.UnavailableException {
        if (octets.length <= PastedLimits.DEFAULT.bytes()) {
            String text = PastedReader.text(octets);
            String start = text.stripLeading();
            if (start.startsWith("[") || start.startsWith("{")) {
                String json = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                return JsonRecords.read(json, domain, source);
            }
            if (YamlLines.isYaml(text)) {
                return yaml(text, domain, source);
            }
        }
        return readZone(octets, domain, source);
    }

    private static SeenRecords yaml(String text, String domain, String source)
            throws CommandFailedException, LiveRecords.UnavailableException {
        try {
            String utf8 = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            return readZone(YamlLines.zoneLines(utf8), domain, source);
        } catch (IOException e) {
            throw new CommandFailedException(source + " begins like YAML and is none", e);
        }
    }

    static SeenRecords readZone(String lines, String domain, String source)
            throws CommandFailedException, LiveRecords.UnavailableException {
        return readZone(lines.getBytes(StandardCharsets.UTF_8), domain, source);
    }

    private static SeenRecords readZone(byte[] octets, String domain, String source)
            throws CommandFailedException, LiveRecords.UnavailableException {
        try {
            PastedRecords read = PastedReader.read(octets, domain, PastedLimits.DEFAULT);
            if (read.failure().isPresent()) {
                throw new LiveRecords.UnavailableException(
                        source + " says: " + read.failure().get());
            }
            List<String> notes = new ArrayList<>(read.notes());
            if (read.rrset().isEmpty()) {
                notes.add(read.records() + " records read, none of them TXT at " + domain);
            }
            return new SeenRecords(read.rrset(), source, OptionalLong.empty(), read.leftOut(), notes);
        } catch (UnreadablePasteException e) {
            throw new CommandFailedException(source + ", " + e.getMessage(), e);
        }
    }
}
