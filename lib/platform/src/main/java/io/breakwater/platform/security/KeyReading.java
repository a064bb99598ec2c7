package io.breakwater.platform.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import io.smallrye.jwt.auth.principal.ParseException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The verification keys as they were read once, with the tokens that were verified by them. The verification is SmallRye JWT's own. Safe
 * for threads.
 */
final class KeyReading {
    private static final Logger LOG = Logger.getLogger(KeyReading.class);

    private final String text;
    private final JWTAuthContextInfo settings;
    private final Supplier<JWTCallerPrincipalFactory> libraries;
    private final VerifiedTokens verified;
    private volatile JWTCallerPrincipalFactory library;

    /**
     * @param text PEM, JWK or JWKS; null when the keys are not text
     * @param settings all else that a token is checked for
     */
    KeyReading(String text, JWTAuthContextInfo settings, VerifiedTokens verified) {
        this(text, settings, verified, DefaultJWTCallerPrincipalFactory::new);
    }

    KeyReading(
            String text,
            JWTAuthContextInfo settings,
            VerifiedTokens verified,
            Supplier<JWTCallerPrincipalFactory> libraries) {
        this.libraries = libraries;
        this.library = libraries.get();
        this.text = text;
        this.settings = new JWTAuthContextInfo(settings);
        this.settings.setPublicKeyContent(text);
        this.verified = verified;
    }

    JWTCallerPrincipal verify(String token) throws ParseException {
        return verified.get(token, this::parse);
    }

    /**
     * The library reads the keys once, swallows what goes wrong with that and would refuse every token from then on. So a token that
     * names a key of ours and is refused for want of it gets one more try, for which the keys are read again.
     */
    private JWTCallerPrincipal parse(String token) throws ParseException {
        try {
            return library.parse(token, settings);
        } catch (ParseException e) {
            if (!(e.getCause() instanceof UnresolvableKeyException) || !namesOneOfOurs(token)) {
                throw e;
            }
            LOG.warn("A key of the set was not there for a token that names it: the set is read again");
            library = libraries.get();
            return library.parse(token, settings);
        }
    }

    /** For a token of another algorithm there is no key, however often it is looked for. */
    private boolean isOurAlgorithm(Object algorithm) {
        return settings.getSignatureAlgorithm().stream()
                .anyMatch(known -> known.getAlgorithm().equals(algorithm));
    }

    private boolean namesOneOfOurs(String token) {
        try {
            String header = new String(
                    Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8);
            Map<String, Object> members = JsonUtil.parseJson(header);
            return members.get("kid") instanceof String kid
                    && !kid.isEmpty()
                    && text != null
                    && text.contains('"' + kid + '"')
                    && isOurAlgorithm(members.get("alg"));
        } catch (JoseException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
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
