package io.breakwater.embedded.zone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** TXT records from their octets. dnsjava's own constructors read the text form with its escapes, which changes some octets. */
final class TxtRecords {
    private TxtRecords() {}

    /** @param rrset TXT records, each a list of character-strings, each character one octet (Latin-1) */
    static List<Record> ofLatin1(Name name, long ttl, List<List<String>> rrset) {
        return rrset.stream()
                .map(strings -> ofLatin1Strings(name, ttl, strings))
                .toList();
    }

    private static Record ofLatin1Strings(Name name, long ttl, List<String> strings) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (String string : strings) {
            if (string.length() > 255) {
                throw new IllegalArgumentException("a character-string has at most 255 octets, not " + string.length());
            }
            data.write(string.length());
            data.writeBytes(string.getBytes(StandardCharsets.ISO_8859_1));
        }
        return Record.newRecord(name, Type.TXT, DClass.IN, ttl, data.toByteArray());
    }
}
