package io.breakwater.activation.pasted;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Turns octets into text whose characters stand for an octet each, whatever byte order mark an editor or shell put before it. */
final class PastedText {

    private PastedText() {}

    static String decode(byte[] octets) {
        if (begins(octets, 0xEF, 0xBB, 0xBF)) {
            return new String(octets, 3, octets.length - 3, StandardCharsets.ISO_8859_1);
        }
        if (begins(octets, 0xFF, 0xFE)) {
            return utf16(octets, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(octets, 0xFE, 0xFF)) {
            return utf16(octets, 2, StandardCharsets.UTF_16BE);
        }
        if (octets.length > 3 && octets[1] == 0 && octets[3] == 0 && octets[0] != 0) {
            return utf16(octets, 0, StandardCharsets.UTF_16LE);
        }
        if (octets.length > 3 && octets[0] == 0 && octets[2] == 0 && octets[1] != 0) {
            return utf16(octets, 0, StandardCharsets.UTF_16BE);
        }
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static String utf16(byte[] octets, int from, Charset charset) {
        byte[] utf8 = new String(octets, from, octets.length - from, charset).getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.ISO_8859_1);
    }

    private static boolean begins(byte[] octets, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= octets.length || (octets[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
