package io.breakwater.activation.zone;

import io.breakwater.activation.TxtRecord;
import java.util.Locale;
import java.util.stream.Collectors;

/** The presentation format of TXT data: RFC 1035, section 5.1. */
final class CharacterString {

    private CharacterString() {}

    /** The record's character-strings, each in quotes, a space between them. */
    static String quoted(TxtRecord record) {
        return record.toLatin1().stream().map(CharacterString::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String octets) {
        StringBuilder out = new StringBuilder("\"");
        for (char octet : octets.toCharArray()) {
            if (octet == '"' || octet == '\\') {
                out.append('\\').append(octet);
            } else if (octet < 0x20 || octet > 0x7E) {
                out.append('\\').append(String.format(Locale.ROOT, "%03d", (int) octet));
            } else {
                out.append(octet);
            }
        }
        return out.append('"').toString();
    }
}
