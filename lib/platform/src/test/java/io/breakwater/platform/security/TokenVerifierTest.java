package io.breakwater.platform.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is accepted and what is refused, with a PEM and with a JWK set. */
class TokenVerifierTest {
    private static final SigningKey OLD = SigningKey.named("old");
    private static final SigningKey FRESH = SigningKey.named("fresh");
    private static final SigningKey STRANGE = SigningKey.named("strange");

    static Stream<String> keyTexts() {
        return Stream.of(OLD.pem(), SigningKey.jwks(OLD), SigningKey.jwks(OLD, FRESH));
    }

    @ParameterizedTest
    @MethodSource("keyTexts")
    void aGoodTokenIsAcceptedEachTime(String keys) throws Exception {
        TestedVerifier verifier = TestedVerifier.of(keys);
        String token = OLD.token();

        assertThat(verifier.parse(token).getGroups()).containsExactly(Roles.OPERATOR);
        assertThat(verifier.parse(token).getGroups()).containsExactly(Roles.OPERATOR);
    }

    @ParameterizedTest
    @MethodSource("keyTexts")
    void nothingElseIs(String keys) {
        TestedVerifier verifier = TestedVerifier.of(keys);
        String good = OLD.token();
        Stream<String> bad = Stream.of(
                OLD.tokenWithoutSignature(),
                OLD.tokenSignedWithThePublicKeyAsSecret(),
                forged(good),
                good.substring(0, good.lastIndexOf('.') + 1),
                STRANGE.token(),
                SigningKey.named("old").token(),
                OLD.tokenUntil(Instant.now().minusSeconds(61)),
                OLD.token(claims -> claims.unsetClaim("exp")),
                OLD.token(claims -> claims.unsetClaim("sub")),
                OLD.token(claims -> claims.setIssuer("another")),
                "",
                "not.a.token");

        assertThat(verifier.accepts(good)).isTrue();
        assertThat(bad).allSatisfy(token -> {
            assertThat(verifier.accepts(token)).as(token).isFalse();
            assertThat(verifier.accepts(token)).as("again: " + token).isFalse();
        });
    }

    @Test
    void ofASetTheTokenNamesItsKey() {
        TestedVerifier verifier = TestedVerifier.of(SigningKey.jwks(OLD, FRESH));

        assertThat(verifier.accepts(OLD.token())).isTrue();
        assertThat(verifier.accepts(FRESH.token())).isTrue();
        assertThatThrownBy(() -> verifier.parse(STRANGE.token()))
                .isInstanceOf(ParseException.class)
                .hasCauseInstanceOf(UnresolvableKeyException.class);
    }

    @Test
    void aPemIsTheKeyWhateverTheTokenNames() {
        TestedVerifier verifier = TestedVerifier.of(STRANGE.pem());

        assertThat(verifier.accepts(STRANGE.token())).isTrue();
        assertThat(verifier.accepts(OLD.token())).isFalse();
    }

    @Test
    void aTokenIsVerifiedOnce() throws Exception {
        TestedVerifier verifier = TestedVerifier.of(OLD.pem());
        String token = OLD.token();

        JsonWebToken first = verifier.parse(token);

        assertThat(verifier.parse(token)).isSameAs(first);
    }

    @Test
    void whoVerifiesByRulesOfTheirOwnGetsThem() throws Exception {
        TestedVerifier verifier = TestedVerifier.of(OLD.pem());
        JWTAuthContextInfo others = TestedVerifier.settings(FRESH.pem());
        String token = OLD.token();
        verifier.parse(token);

        assertThatThrownBy(() -> verifier.verifier().parse(token, others)).isInstanceOf(ParseException.class);
        assertThat(verifier.verifier().parse(FRESH.token(), others)).isNotNull();
        assertThat(verifier.accepts(FRESH.token())).isFalse();
    }

    /** Somebody else's claims, with the signature of the good token. */
    private static String forged(String good) {
        String[] parts = good.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), US_ASCII).replace("somebody", "anybody");
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(US_ASCII));
        return parts[0] + "." + other + "." + parts[2];
    }
}
