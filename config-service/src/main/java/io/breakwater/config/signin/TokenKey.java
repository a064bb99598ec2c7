package io.breakwater.config.signin;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The key that signs access tokens, and those that verify them. Immutable; read at the start. */
@Singleton
public class TokenKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final int LEAST_BITS = 2048;

    private final RSAPrivateCrtKey key;
    private final Jwk own;
    private final List<Jwk> further;

    TokenKey(TokenConfig config) {
        this.key = read(config.signingKeyFile());
        this.own = PublicJwk.of(key.getModulus(), key.getPublicExponent());
        this.further = config.furtherKeyFiles().orElse(List.of()).stream()
                .map(PublicJwk::read)
                .filter(jwk -> !jwk.kid().equals(own.kid()))
                .distinct()
                .toList();
    }

    RSAPrivateCrtKey key() {
        return key;
    }

    /** JWK thumbprint (RFC 7638). */
    String id() {
        return own.kid();
    }

    /** Its own first. */
    List<Jwk> publicJwks() {
        return Stream.concat(Stream.of(own), further.stream()).toList();
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
}
