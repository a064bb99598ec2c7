package io.breakwater.config.signin;

import io.breakwater.config.apikey.PublicKeys;
import io.breakwater.config.wire.ValueRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Public RSA keys as JSON Web Keys (RFC 7517), named by their thumbprints (RFC 7638). Pure but for {@link #read}. */
final class PublicJwk {
    private PublicJwk() {}

    /** @throws IllegalStateException naming the setting, for a file that is not PEM of an RSA public key */
    static Jwk read(Path file) {
        String setting = "breakwater.token.further-key-files " + file;
        try {
            RSAPublicKey key = PublicKeys.read(Files.readString(file));
            return of(key.getModulus(), key.getPublicExponent());
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " cannot be read", e);
        } catch (ValueRefused e) {
            throw new IllegalStateException(setting + " " + e.getMessage(), e);
        }
    }

    static Jwk of(BigInteger modulus, BigInteger exponent) {
        String n = base64(modulus.toByteArray());
        String e = base64(exponent.toByteArray());
        return new Jwk("RSA", "sig", "RS256", thumbprint(n, e), n, e);
    }

    private static String thumbprint(String n, String e) {
        String members = "{\"e\":\"" + e + "\",\"kty\":\"RSA\",\"n\":\"" + n + "\"}";
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("every JDK has SHA-256", failure);
        }
    }

    /** Without the leading zero octet that two's complement needs. */
    private static String base64(byte[] number) {
        int from = number.length > 1 && number[0] == 0 ? 1 : 0;
        byte[] octets = Arrays.copyOfRange(number, from, number.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
