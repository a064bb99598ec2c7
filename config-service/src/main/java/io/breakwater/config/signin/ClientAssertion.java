package io.breakwater.config.signin;

import io.breakwater.config.assertion.VerifiedAssertion;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * What a client asserts of itself instead of sending its secret (RFC 7523, section 2.2): a JWT that its key signed, with its id as
 * {@code iss} and {@code sub} (zpa-api 1.3). Pure.
 */
record ClientAssertion(String compact) {
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String AUDIENCE = "https://api.zscaler.com";
    private static final int LONGEST = 16_384;
    private static final int MOST_MINUTES = 15;
    private static final int SKEW_SECONDS = 30;
    private static final AlgorithmConstraints RS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);

    /** Who it says that it is of, before anything is verified. Empty when it is none. */
    Optional<String> clientId() {
        if (compact == null || compact.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(compact)
                    .getIssuer());
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** As whose it is verified, when that key signed it for that client and it is valid now. */
    Optional<VerifiedAssertion> verified(String clientId, PublicKey key, Instant now) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(key)
                    .setJwsAlgorithmConstraints(RS256)
                    .setExpectedAudience(AUDIENCE)
                    .setExpectedIssuer(clientId)
                    .setExpectedSubject(clientId)
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes(MOST_MINUTES)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                    .build()
                    .processToClaims(compact);
            Instant end =
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plusSeconds(2L * SKEW_SECONDS);
            return claims.hasClaim("sub")
                    ? Optional.of(VerifiedAssertion.of(clientId, claims.getJwtId(), compact, end))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
