package io.breakwater.activation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** RSASSA-PKCS1-v1_5 with SHA-256 over the signed text: section 3 of the specification. Safe for use by any number of threads. */
final class SignatureVerifier {

    private final List<TrustedKey> keys;
    private final boolean compatSignedText;

    SignatureVerifier(List<TrustedKey> keys, boolean compatSignedText) {
        this.keys = keys.stream().filter(TrustedKey::isUsable).toList();
        this.compatSignedText = compatSignedText;
    }

    /**
     * @param key the one that verified
     * @param identity of the activation
     * @param compat whether the signature is over the text without its end
     */
    record Verified(TrustedKey key, String identity, boolean compat) {}

    boolean hasKey() {
        return !keys.isEmpty();
    }

    Optional<Verified> verify(String signedText, String base64) {
        Optional<byte[]> signature = decode(base64);
        if (signature.isEmpty()) {
            return Optional.empty();
        }
        for (TrustedKey key : keys) {
            if (verifies(key.key(), signedText, signature.get())) {
                return Optional.of(verified(key, signedText, false));
            }
        }
        if (compatSignedText) {
            return verifyCompat(withoutEnd(signedText), signature.get());
        }
        return Optional.empty();
    }

    /**
     * The identity is that of the text with its semicolon. What was signed has no end of its own, so that spaces could be put behind it
     * without breaking the signature: they must not make another activation of it.
     */
    private Optional<Verified> verifyCompat(String signedText, byte[] signature) {
        for (TrustedKey key : keys) {
            if (verifies(key.key(), signedText, signature)) {
                return Optional.of(verified(key, signedText + ";", true));
            }
        }
        return Optional.empty();
    }

    private static Verified verified(TrustedKey key, String text, boolean compat) {
        return new Verified(key, Activation.identityOfSigned(key.fingerprint(), text), compat);
    }

    private static String withoutEnd(String signedText) {
        String text = withoutTrailingBlanks(signedText);
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private static String withoutTrailingBlanks(String text) {
        int end = text.length();
        while (end > 0 && TagList.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** The JDK's decoder takes missing padding and stray bits: only what it would write itself is taken here. */
    private static Optional<byte[]> decode(String base64) {
        try {
            byte[] octets = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(octets).equals(base64) ? Optional.of(octets) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean verifies(RSAPublicKey key, String text, byte[] signature) {
        if (signature.length != (key.getModulus().bitLength() + 7) / 8) {
            return false;
        }
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(octets(text));
            return rsa.verify(signature);
        } catch (SignatureException e) {
            return false; // octets that are no signature, for example not smaller than the modulus
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java verifies SHA256withRSA", e);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
