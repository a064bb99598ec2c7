package io.breakwater.activation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One TXT resource record.
 *
 * @param strings its character-strings, raw octets; must not be changed
 */
public record TxtRecord(List<byte[]> strings) {

    public TxtRecord {
        strings = List.copyOf(strings);
    }

    /** From character-strings whose characters stand for one octet each. */
    public static TxtRecord ofLatin1(List<String> strings) {
        return new TxtRecord(strings.stream().map(TxtRecord::octets).toList());
    }

    public List<String> toLatin1() {
        return strings.stream()
                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
                .toList();
    }

    /** The character-strings as one text, nothing between them, each octet one character. */
    public String joined() {
        if (strings.size() == 1) {
            return new String(strings.get(0), StandardCharsets.ISO_8859_1);
        }
        StringBuilder text = new StringBuilder();
        for (byte[] octets : strings) {
            text.append(new String(octets, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static byte[] octets(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                throw new IllegalArgumentException("A character of a TXT record stands for one octet: no U+"
                        + HexFormat.of().withUpperCase().toHexDigits(text.charAt(i)));
            }
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof TxtRecord that) || strings.size() != that.strings.size()) {
            return false;
        }
        for (int i = 0; i < strings.size(); i++) {
            if (!Arrays.equals(strings.get(i), that.strings.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (byte[] octets : strings) {
            hash = 31 * hash + Arrays.hashCode(octets);
        }
        return hash;
    }

    @Override
    public String toString() {
        return "TxtRecord" + toLatin1();
    }
}
