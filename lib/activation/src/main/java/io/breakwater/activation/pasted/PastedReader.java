package io.breakwater.activation.pasted;

import io.breakwater.activation.Rrset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the TXT records at a name from a pasted text: the one way in. */
public final class PastedReader {

    private PastedReader() {}

    /**
     * @param octets as they lie in the file
     * @param domain the name that is asked for, with or without final dot
     * @throws UnreadablePasteException with the line, when the text is none of the known forms or too large
     */
    public static PastedRecords read(byte[] octets, String domain, PastedLimits limits)
            throws UnreadablePasteException {
        if (octets.length > limits.bytes()) {
            throw new UnreadablePasteException(
                    "the text has " + octets.length + " octets, more than the " + limits.bytes() + " that are read");
        }
        ToolWords words = new ToolWords();
        String zone = zoneLines(PastedText.decode(octets), words);
        try {
            List<ZoneTokens.Entry> entries = ZoneTokens.read(zone);
            if (entries.size() > limits.items()) {
                throw new UnreadablePasteException("the text has " + entries.size() + " records, more than the "
                        + limits.items() + " that are read");
            }
            return result(ZoneEntries.of(entries, domain), words);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePasteException(e.getMessage(), e);
        }
    }

    /** The text without byte order mark, each character an octet of UTF-8; for forms that are told by their first character. */
    public static String text(byte[] octets) {
        return PastedText.decode(octets);
    }

    private static PastedRecords result(ZoneEntries read, ToolWords words) {
        Rrset rrset = Rrset.ofLatin1(read.records());
        return new PastedRecords(rrset, read.count(), read.leftOut(), read.notes(), words.failure(!rrset.isEmpty()));
    }

    private static String zoneLines(String text, ToolWords words) {
        List<String> lines = new ArrayList<>();
        boolean open = false;
        for (String line : text.lines().toList()) {
            String zone = words.zoneLine(line);
            boolean belongs = open && (zone.isBlank() || zone.strip().startsWith("\""));
            if (belongs) {
                int last = lines.size() - 1;
                lines.set(last, lines.get(last) + " " + zone.strip());
            } else {
                lines.add(zone);
                open = ToolWords.isHead(zone);
            }
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    static String absolute(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower : lower + ".";
    }
}
