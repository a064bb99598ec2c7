package io.breakwater.config.assertion;

import io.breakwater.config.secrets.RandomSecrets;
import java.time.Instant;

/**
 * An assertion whose signature and claims are right.
 *
 * @param subject who asserts: id of a client or an agent
 * @param id digest of what tells it from the subject's others
 * @param end from then on it counts as expired everywhere, with all differences of clocks
 */
public record VerifiedAssertion(String subject, String id, Instant end) {
    /**
     * @param jwtId its {@code jti}; null when it has none, as those of ZPA's clients: then its signed text is what tells it from others
     * @param compact the whole assertion; its signature is no part of the id, for a signature can be spelled in several ways
     */
    public static VerifiedAssertion of(String subject, String jwtId, String compact, Instant end) {
        String id =
                jwtId == null ? "text:" + compact.substring(0, Math.max(0, compact.lastIndexOf('.'))) : "jti:" + jwtId;
        return new VerifiedAssertion(subject, RandomSecrets.digest(id), end);
    }
}
