package io.breakwater.platform.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A key that signs tokens as config-service does, and as an attacker would. */
final class SigningKey {
    private final RsaJsonWebKey key;

    private SigningKey(RsaJsonWebKey key) {
        this.key = key;
    }

    static SigningKey named(String kid) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(kid);
            return new SigningKey(key);
        } catch (JoseException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    static String jwks(SigningKey... keys) {
        return Arrays.stream(keys)
                .map(key -> key.key.toJson(OutputControlLevel.PUBLIC_ONLY))
                .collect(Collectors.joining(",\n", "{\"keys\":[\n", "\n]}\n"));
    }

    String pem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.getPublicKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /** Good for an hour. */
    String token() {
        return token(claims -> {});
    }

    String tokenUntil(Instant end) {
        return token(claims -> claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond())));
    }

    String token(Consumer<JwtClaims> but) {
        JsonWebSignature token = unsigned(but);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKey(key.getPrivateKey());
        return compact(token);
    }

    String tokenWithoutSignature() {
        JsonWebSignature token = unsigned(claims -> {});
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        return compact(token);
    }

    /** Signed with what everybody knows: a verifier that lets the token choose the algorithm takes it. */
    String tokenSignedWithThePublicKeyAsSecret() {
        JsonWebSignature token = unsigned(claims -> {});
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKey(new HmacKey(pem().getBytes(StandardCharsets.US_ASCII)));
        return compact(token);
    }

    private JsonWebSignature unsigned(Consumer<JwtClaims> but) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("breakwater");
        claims.setSubject("somebody");
        claims.setGeneratedJwtId();
        claims.setIssuedAt(NumericDate.fromSeconds(Instant.now().getEpochSecond() - 7_200));
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setStringListClaim("groups", List.of(Roles.OPERATOR));
        but.accept(claims);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKeyIdHeaderValue(key.getKeyId());
        return token;
    }

    private static String compact(JsonWebSignature token) {
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("no token", e);
        }
    }
}
