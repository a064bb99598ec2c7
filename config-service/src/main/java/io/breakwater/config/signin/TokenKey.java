package io.breakwater.config.signin;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** The key that signs access tokens. Immutable; read at the start. */
@Singleton
public class TokenKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LEAST_BITS = 2048;

    private final RSAPrivateCrtKey key;
    private final String id;

    TokenKey(TokenConfig config) {
        this.key = read(config.signingKeyFile());
        this.id = thumbprint(key);
    }

    RSAPrivateCrtKey key() {
        return key;
    }

    /** JWK thumbprint (RFC 7638). */
    String id() {
        return id;
    }

    Jwk publicJwk() {
        return new Jwk("RSA", "sig", "RS256", id, base64(key.getModulus().toByteArray()), exponent(key));
    }

    private static RSAPrivateCrtKey read(Path file) {
        String setting = "breakwater.token.signing-key-file " + file;
        try {
            String pem = Files.readString(file).trim();
            if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
                throw new IllegalStateException(setting + " is not a PKCS#8 PEM file (BEGIN PRIVATE KEY)");
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(BEGIN.length(), pem.length() - END.length()));
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            if (key.getModulus().bitLength() < LEAST_BITS) {
                throw new IllegalStateException(setting + " must have at least " + LEAST_BITS + " bits");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " cannot be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(setting + " is not an RSA key", e);
        }
    }

    private static String thumbprint(RSAPrivateCrtKey key) {
        String members = "{\"e\":\"" + exponent(key) + "\",\"kty\":\"RSA\",\"n\":\""
                + base64(key.getModulus().toByteArray()) + "\"}";
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String exponent(RSAPrivateCrtKey key) {
        return base64(key.getPublicExponent().toByteArray());
    }

    /** Without the leading zero octet that two's complement needs. */
    private static String base64(byte[] number) {
        int from = number.length > 1 && number[0] == 0 ? 1 : 0;
        byte[] octets = Arrays.copyOfRange(number, from, number.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
