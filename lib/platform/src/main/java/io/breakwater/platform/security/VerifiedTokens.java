package io.breakwater.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;

/**
 * What tokens that were verified a short time ago say, by the SHA-256 of the whole token: verifying one costs more than all else that a
 * service does before it asks its database. Only what was found good is remembered, so strangers cannot fill it. Safe for threads: the
 * principals are read only.
 */
final class VerifiedTokens {
    private final Cache<ByteBuffer, JWTCallerPrincipal> principals;
    private final Clock clock;

    /**
     * @param clock says whether a token has ended
     * @param ticker says how long it has been remembered, whatever happens to the clock
     */
    VerifiedTokens(TokenVerificationConfig config, Clock clock, Ticker ticker) {
        this.principals = Caffeine.newBuilder()
                .maximumSize(config.mostRemembered())
                .expireAfterWrite(config.rememberedFor())
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
        this.clock = clock;
    }

    /** What the token says: remembered, or verified now. */
    JWTCallerPrincipal get(String token, Verification verification) throws ParseException {
        ByteBuffer digest = digest(token);
        JWTCallerPrincipal known = principals.getIfPresent(digest);
        if (known != null && isBeforeItsEnd(known)) {
            return known;
        }
        JWTCallerPrincipal verified = verification.verify(token);
        if (isBeforeItsEnd(verified)) {
            principals.put(digest, verified);
        }
        return verified;
    }

    /** How many are remembered now. */
    long count() {
        principals.cleanUp();
        return principals.estimatedSize();
    }

    /** Without the tolerance for other clocks that verification has: after its end a token is verified each time. */
    private boolean isBeforeItsEnd(JWTCallerPrincipal principal) {
        return clock.instant().getEpochSecond() < principal.getExpirationTime();
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The real verification. */
    @FunctionalInterface
    interface Verification {
        JWTCallerPrincipal verify(String token) throws ParseException;
    }
}
