package io.breakwater.activation;

import java.security.interfaces.RSAPublicKey;
import java.util.Objects;

/**
 * A public key of a tenant: records signed with its private key count.
 *
 * <p>A key that was refused may still stand in a list of keys, as {@link #orUnusable} makes it: it verifies nothing, but the tenant
 * remains one that has a key, so that unsigned records do not begin to count.
 *
 * @param fingerprint lower-case hex SHA-256 of the SubjectPublicKeyInfo (of the text, when that is no key)
 * @param key the key, or null when the text was refused
 */
public record TrustedKey(String fingerprint, RSAPublicKey key) {

    public TrustedKey {
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * Reads PEM: a SubjectPublicKeyInfo or a PKCS#1 RSA public key of 2048 to 4096 bits.
     *
     * @throws KeyRefusedException for anything else; a private key is named as such
     */
    public static TrustedKey parse(String pem) throws KeyRefusedException {
        return of(PublicKeyPem.read(pem));
    }

    /** As {@link #parse}; what is refused becomes a key that verifies nothing. */
    public static TrustedKey orUnusable(String pem) {
        try {
            return parse(pem);
        } catch (KeyRefusedException e) {
            return new TrustedKey(PublicKeyPem.fingerprintOfText(pem), null);
        }
    }

    /** The key with its fingerprint. */
    public static TrustedKey of(RSAPublicKey key) {
        return new TrustedKey(Sha256.hex(key.getEncoded()), key);
    }

    /** Whether it can verify anything: whether it is there and of a size and exponent that are allowed. */
    public boolean isUsable() {
        return key != null && PublicKeyPem.refusal(key).isEmpty();
    }

    /**
     * The SubjectPublicKeyInfo as PEM.
     *
     * @throws IllegalStateException when there is no key
     */
    public String pem() {
        if (key == null) {
            throw new IllegalStateException("The key " + fingerprint + " was refused: there is no PEM of it");
        }
        return PublicKeyPem.write(key);
    }
}
