package io.breakwater.snapshot.signing;

/**
 * A document as it is stored and handed out.
 *
 * @param octets exactly what was signed
 * @param digest SHA-256 of the octets, lower-case hex
 * @param signature value of the header {@code Breakwater-Signature}
 */
public record SignedDocument(byte[] octets, String digest, String signature) {}
