package io.breakwater.config.apikey;

import io.breakwater.config.wire.ValueRefused;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** RSA public keys in PEM (RFC 7468, section 13): of API keys that sign in with a signature, and of tokens. Pure. */
public final class PublicKeys {
    static final int LONGEST = 10_000;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int LEAST_BITS = 2048;

    private PublicKeys() {}

    /** The text as it is kept. @throws ValueRefused for what is no such key */
    static String check(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            throw new ValueRefused("must be a public key; keep the private key to yourself and make a new pair");
        }
        if (read(pem).getModulus().bitLength() < LEAST_BITS) {
            throw new ValueRefused("must have at least " + LEAST_BITS + " bits");
        }
        return pem.trim();
    }

    /** @throws ValueRefused for what is no such key */
    public static RSAPublicKey read(String pem) {
        String text = pem.trim();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw refused();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused();
        }
    }

    private static ValueRefused refused() {
        return new ValueRefused("must be PEM of an RSA public key (" + BEGIN + ")");
    }
}
