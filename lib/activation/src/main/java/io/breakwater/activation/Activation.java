package io.breakwater.activation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What one valid record, or pair of signed records, asks for.
 *
 * @param mode the mode to be in
 * @param t start, epoch seconds, inclusive; null: at once
 * @param x end, epoch seconds, inclusive; null: none
 * @param m what to do with internet traffic
 * @param identity lower-case hex SHA-256 that tells this activation from every other one of the tenant
 * @param keyFingerprint of the key that verified it, or null when it is unsigned
 */
public record Activation(Mode mode, Long t, Long x, InternetAction m, String identity, String keyFingerprint) {

    public Activation {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(m, "m");
        Objects.requireNonNull(identity, "identity");
    }

    /** The identity of what a key signed: SHA-256 over the octets of the key's fingerprint and the signed text. */
    public static String identityOfSigned(String keyFingerprint, String signedText) {
        return Sha256.hex(HexFormat.of().parseHex(keyFingerprint), signedText.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The identity of an unsigned record: SHA-256 over its text. */
    public static String identityOfUnsigned(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Whether the window has begun. */
    public boolean startedAt(long epochSeconds) {
        return t == null || t <= epochSeconds;
    }

    /** Whether the window is over. */
    public boolean endedAt(long epochSeconds) {
        return x != null && x < epochSeconds;
    }

    /** The start as a number to compare: an absent one is before every other. */
    long startOrder() {
        return t == null ? -1 : t;
    }

    /** The end as a number to compare: an absent one is after every other. */
    long endOrder() {
        return x == null ? Long.MAX_VALUE : x;
    }
}
