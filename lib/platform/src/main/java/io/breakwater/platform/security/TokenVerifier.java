package io.breakwater.platform.security;

import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Verifies access tokens in SmallRye JWT's place, by its own means and settings, with two things more: the keys are read anew when their
 * file has changed, and a verified token is remembered for a short time. It is the custom factory that Quarkus' guide of SmallRye JWT
 * describes.
 *
 * <p>The file holds a PEM (one key, whatever {@code kid} a token names) or a JWK set (the key that the token's {@code kid} names). The
 * tokens of a key that is no longer in the file are refused from the look that sees it, the remembered ones too: what was verified is
 * forgotten with the keys. A file that holds no key or is not there takes away nothing: the keys of before stay, and the log warns once.
 *
 * <p>Safe for threads. Reads the file on the caller's thread with the first token, as SmallRye JWT would; after that only in
 * {@link #look}.
 */
@Singleton
@Alternative
@Priority(1)
class TokenVerifier extends JWTCallerPrincipalFactory {
    private static final Logger LOG = Logger.getLogger(TokenVerifier.class);

    private final JWTAuthContextInfo settings;
    private final KeyFile file;
    private final TokenVerificationConfig config;
    private final Clock clock;
    private final Ticker ticker;

    private volatile KeyReading current;
    private long lookedAt;
    private boolean warned;

    @Inject
    TokenVerifier(JWTAuthContextInfo settings, KeyFile file, TokenVerificationConfig config) {
        this(settings, file, config, Clock.systemUTC(), Ticker.systemTicker());
    }

    TokenVerifier(
            JWTAuthContextInfo settings, KeyFile file, TokenVerificationConfig config, Clock clock, Ticker ticker) {
        this.settings = settings;
        this.file = file;
        this.config = config;
        this.clock = clock;
        this.ticker = ticker;
        this.lookedAt = System.nanoTime();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo asked) throws ParseException {
        if (asked != settings) {
            // Somebody verifies a token by rules of their own: neither our keys nor our memory hold for it
            return new DefaultJWTCallerPrincipalFactory().parse(token, asked);
        }
        KeyReading keys = current;
        return (keys == null ? first() : keys).verify(token);
    }

    /** Reads the file, unless another thread has begun to since this call was made. Blocks. */
    void look() {
        long asked = System.nanoTime();
        synchronized (this) {
            if (current == null || file.path().isEmpty() || lookedAt - asked > 0) {
                return;
            }
            lookedAt = System.nanoTime();
            take(file.text());
        }
    }

    private void take(Optional<String> text) {
        if (text.filter(current::isOf).isPresent()) {
            warned = false;
            return;
        }
        Optional<KeyReading> fresh = text.map(this::reading).filter(KeyReading::hasKeys);
        if (fresh.isPresent()) {
            current = fresh.get();
            warned = false;
            LOG.infof("The verification keys have changed: %s", file.path().orElseThrow());
        } else {
            warn("the keys of before stay in force");
        }
    }

    private synchronized KeyReading first() {
        if (current == null) {
            Optional<String> text = file.text();
            KeyReading reading = reading(text.orElseGet(settings::getPublicKeyContent));
            if (text.isPresent() && !reading.hasKeys()) {
                warn("no token is accepted");
            }
            current = reading;
        }
        return current;
    }

    private KeyReading reading(String text) {
        return new KeyReading(text, settings, new VerifiedTokens(config, clock, ticker));
    }

    private void warn(String consequence) {
        if (!warned) {
            warned = true;
            LOG.warnf(
                    "No verification key can be read from %s, which has to be a PEM public key or a JWK set: %s",
                    file.path().orElseThrow(), consequence);
        }
    }
}
