package io.breakwater.contracts.snapshot;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An Ed25519 signature (RFC 8032) over a document's exact bytes, as HTTP header {@value #HEADER}: {@code <key id>:<Base64 of the
 * signature>}. The key id is the first 16 hex digits of the SHA-256 of the SubjectPublicKeyInfo.
 */
public record DocumentSignature(String keyId, byte[] signature) {
    public static final String HEADER = "Breakwater-Signature";

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{16}");

    /** Signs. The public key gives the key id. */
    public static DocumentSignature sign(byte[] document, PrivateKey key, PublicKey publicKey) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(document);
            return new DocumentSignature(keyId(publicKey), signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign with Ed25519", e);
        }
    }

    /** Whether that key signed exactly these bytes. Never throws on a bad signature. */
    public boolean verifies(byte[] document, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(document);
            return keyId.equals(keyId(key)) && verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Header form. */
    public String header() {
        return keyId + ":" + Base64.getEncoder().encodeToString(signature);
    }

    /** @throws IllegalArgumentException when it is no such header; the message says what is wrong */
    public static DocumentSignature parse(String header) {
        int colon = header == null ? -1 : header.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(HEADER + " is missing or not of the form <key id>:<Base64>");
        }
        String keyId = header.substring(0, colon);
        if (!KEY_ID.matcher(keyId).matches()) {
            throw new IllegalArgumentException("the key id of " + HEADER + " is not 16 lower-case hex digits");
        }
        try {
            return new DocumentSignature(keyId, Base64.getDecoder().decode(header.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the signature of " + HEADER + " is not Base64", e);
        }
    }

    public static String keyId(PublicKey key) {
        return sha256(key.getEncoded()).substring(0, 16);
    }

    /** SHA-256, lower-case hex. */
    public static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** @param pem SubjectPublicKeyInfo of an Ed25519 key */
    public static PublicKey publicKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der(pem, "PUBLIC KEY")));
    }

    /** @param pem PKCS#8 of an Ed25519 key */
    public static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der(pem, "PRIVATE KEY")));
    }

    private static byte[] der(String pem, String label) throws GeneralSecurityException {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf(end);
        if (from < 0 || to < from) {
            throw new GeneralSecurityException("not a PEM file with a " + label);
        }
        try {
            return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the " + label + " is not Base64", e);
        }
    }
}
