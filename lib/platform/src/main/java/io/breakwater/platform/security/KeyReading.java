package io.breakwater.platform.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The verification keys as they were read once, with the tokens that were verified by them. The verification is SmallRye JWT's own. Safe
 * for threads.
 */
final class KeyReading {
    private final String text;
    private final JWTAuthContextInfo settings;
    private final JWTCallerPrincipalFactory library = new DefaultJWTCallerPrincipalFactory();
    private final VerifiedTokens verified;

    /**
     * @param text PEM, JWK or JWKS; null when the keys are not text
     * @param settings all else that a token is checked for
     */
    KeyReading(String text, JWTAuthContextInfo settings, VerifiedTokens verified) {
        this.text = text;
        this.settings = new JWTAuthContextInfo(settings);
        this.settings.setPublicKeyContent(text);
        this.verified = verified;
    }

    JWTCallerPrincipal verify(String token) throws ParseException {
        return verified.get(token, fresh -> library.parse(fresh, settings));
    }

    boolean isOf(String other) {
        return other.equals(text);
    }

    /** Whether SmallRye JWT finds any key in the text. */
    boolean hasKeys() {
        try {
            return new Keys(settings).areThere();
        } catch (UnresolvableKeyException e) {
            return false;
        }
    }

    private static final class Keys extends KeyLocationResolver {
        Keys(JWTAuthContextInfo settings) throws UnresolvableKeyException {
            super(settings);
        }

        boolean areThere() {
            return key != null || (jsonWebKeys != null && !jsonWebKeys.isEmpty());
        }
    }
}
