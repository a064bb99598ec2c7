package io.breakwater.embedded.zone;

import java.security.SecureRandom;
import java.util.Base64;
import org.xbill.DNS.TSIG;

/**
 * A shared secret between DNS servers (RFC 8945).
 *
 * @param name as both sides call it, for example {@code breakwater-update}
 * @param algorithm for example {@code hmac-sha256}
 * @param secret Base64
 */
public record TsigKey(String name, String algorithm, String secret) {
    /** A new random 256-bit key for HMAC-SHA-256. */
    public static TsigKey generate(String name) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new TsigKey(name, "hmac-sha256", Base64.getEncoder().encodeToString(secret));
    }

    /**
     * Reads {@code algorithm:base64}.
     *
     * @throws IllegalArgumentException when it is not of that form
     */
    public static TsigKey parse(String name, String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("the TSIG key " + name + " is not of the form algorithm:base64");
        }
        return new TsigKey(
                name, text.substring(0, colon), text.substring(colon + 1).strip());
    }

    /** {@code algorithm:base64}. */
    public String text() {
        return algorithm + ":" + secret;
    }

    TSIG tsig() {
        return new TSIG(TSIG.algorithmToName(algorithm), name, secret);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TsigKey[" + name + ", " + algorithm + "]";
    }
}
