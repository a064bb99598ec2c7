package io.breakwater.contracts.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A signature as it stands in an event's header: {@code <protected header>..<signature>}.
 *
 * @param protectedPart the protected header as it was sent, for it is signed too
 */
record DetachedJws(String protectedPart, JwsHeader header, byte[] signature) {
    static final int LARGEST = 1024;

    private static final int SIGNATURE = 64; // octets, of Ed25519 and of P-256 (r and s)

    static String text(String protectedPart, byte[] signature) {
        return protectedPart + ".." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** @throws IllegalArgumentException when it is none */
    static DetachedJws parse(byte[] octets) {
        if (octets.length > LARGEST) {
            throw new IllegalArgumentException("the signature is longer than " + LARGEST + " octets");
        }
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        int dots = text.indexOf("..");
        if (dots < 1 || text.indexOf('.', dots + 2) >= 0) {
            throw new IllegalArgumentException("the signature is not of the form <protected header>..<signature>");
        }
        String protectedPart = text.substring(0, dots);
        byte[] signature = Base64.getUrlDecoder().decode(text.substring(dots + 2));
        if (signature.length != SIGNATURE) {
            throw new IllegalArgumentException("the signature has not " + SIGNATURE + " octets");
        }
        return new DetachedJws(protectedPart, JwsHeader.parse(protectedPart), signature);
    }
}
