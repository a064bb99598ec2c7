package io.breakwater.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A library that lost its keys. */
class KeyReadingTest {
    private static final SigningKey OURS = SigningKey.named("ours");
    private final AtomicInteger made = new AtomicInteger();

    /** The first one has no keys, as when reading them went wrong. */
    private JWTCallerPrincipalFactory next() {
        return made.getAndIncrement() == 0 ? new Keyless() : new DefaultJWTCallerPrincipalFactory();
    }

    private static final class Keyless extends JWTCallerPrincipalFactory {
        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
            throw new ParseException("no key", new UnresolvableKeyException("no key"));
        }
    }

    private KeyReading reading() {
        String keys = SigningKey.jwks(OURS, SigningKey.named("other"));
        return new KeyReading(
                keys.replace("\n", ""),
                TestedVerifier.settings(keys),
                new VerifiedTokens(
                        TestedVerifier.config(Duration.ofSeconds(60), 100), Clock.systemUTC(), Ticker.systemTicker()),
                this::next);
    }

    @Test
    @DisplayName("A token that names a key of the set is accepted although the keys were lost at first")
    void readsAgain() throws ParseException {
        assertThat(reading().verify(OURS.token()).getGroups()).containsExactly(Roles.OPERATOR);
        assertThat(made).hasValue(2);
    }

    @Test
    @DisplayName("A stranger who knows the key's name makes nothing be read again with another algorithm")
    void otherAlgorithmsCostNothing() {
        KeyReading reading = reading();

        assertThatThrownBy(() -> reading.verify(OURS.tokenWithoutSignature())).isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> reading.verify(OURS.tokenSignedWithThePublicKeyAsSecret()))
                .isInstanceOf(ParseException.class);
        assertThat(made).hasValue(1);
    }

    @Test
    @DisplayName("For a token that names another key nothing is read again")
    void strangersCostNothing() {
        KeyReading reading = reading();

        assertThatThrownBy(() -> reading.verify(SigningKey.named("strange").token()))
                .isInstanceOf(ParseException.class);
        assertThatThrownBy(() -> reading.verify("not.a.token")).isInstanceOf(ParseException.class);
        assertThat(made).hasValue(1);
    }
}
