package io.breakwater.config.enrollment;

import io.breakwater.config.assertion.VerifiedAssertion;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * What an agent asserts of itself (RFC 7523), signed with the key of the certificate that it brings along. Whether that certificate is
 * the agent's is another question.
 *
 * @param certificate whose key signed the assertion
 * @param bootId random, of this start of the agent
 * @param use by which it is known when it comes again
 */
record AgentAssertion(
        String agentId, X509Certificate certificate, String bootId, Instant bootedAt, VerifiedAssertion use) {
    private static final String AUDIENCE = "breakwater";
    private static final int LONGEST = 16_384;
    private static final int LONGEST_BOOT_ID = 64;
    private static final int MOST_MINUTES = 5;
    private static final int SKEW_SECONDS = 30;
    private static final AlgorithmConstraints ALGORITHMS = new AlgorithmConstraints(
            ConstraintType.PERMIT,
            AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
            AlgorithmIdentifiers.RSA_USING_SHA256);

    /** @throws ProblemException with {@link Problem#INVALID_ASSERTION} for whatever is not one that is valid now */
    static AgentAssertion read(String compact, Instant now) {
        if (compact == null || compact.length() > LONGEST) {
            throw refused("client_assertion is missing or too long");
        }
        try {
            return read(compact, certificate(compact), now);
        } catch (InvalidJwtException e) {
            throw refused(
                    e.hasExpired() ? "it has expired; look at the agent's clock" : "its signature or claims are wrong");
        } catch (JoseException | MalformedClaimException e) {
            throw refused("it is malformed");
        } catch (RuntimeException e) {
            // the library casts what it finds in the header without a look
            throw e instanceof ProblemException refused ? refused : refused("it is malformed");
        }
    }

    private static X509Certificate certificate(String compact) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(compact);
        List<X509Certificate> chain = signature.getCertificateChainHeaderValue();
        if (chain == null || chain.isEmpty()) {
            throw refused("its header x5c must hold the agent's certificate");
        }
        return chain.get(0);
    }

    private static AgentAssertion read(String compact, X509Certificate certificate, Instant now)
            throws InvalidJwtException, MalformedClaimException {
        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(certificate.getPublicKey())
                .setJwsAlgorithmConstraints(ALGORITHMS)
                .setExpectedAudience(AUDIENCE)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setRequireJwtId()
                .setMaxFutureValidityInMinutes(MOST_MINUTES)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
                .build()
                .processToClaims(compact);
        String agentId = claims.getSubject();
        String bootId = claims.getStringClaimValue("bootId");
        Number bootedAt = claims.getClaimValue("bootedAt", Number.class);
        if (!agentId.equals(claims.getIssuer())) {
            throw refused("iss and sub must both be the agent's id");
        }
        if (bootId == null || bootId.length() > LONGEST_BOOT_ID || bootId.indexOf(0) >= 0 || bootedAt == null) {
            throw refused("it must have the claims bootId and bootedAt");
        }
        Instant end =
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plusSeconds(2L * SKEW_SECONDS);
        VerifiedAssertion use = VerifiedAssertion.of(agentId, claims.getJwtId(), compact, end);
        return new AgentAssertion(agentId, certificate, bootId, booted(bootedAt.longValue(), now), use);
    }

    /** A boot in the future would lock every later one out. */
    private static Instant booted(long epochMillis, Instant now) {
        Instant bootedAt = Instant.ofEpochMilli(Math.max(epochMillis, 0));
        if (bootedAt.isAfter(now.plusSeconds(SKEW_SECONDS))) {
            throw refused("bootedAt lies in the future; look at the agent's clock");
        }
        return bootedAt;
    }

    static ProblemException refused(String why) {
        return new ProblemException(Problem.INVALID_ASSERTION, "The assertion is refused: " + why + ".");
    }
}
