package io.breakwater.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Time time = new Time();
    private int verifications;

    @Test
    void aTokenIsBelievedForAsLongAsItIsSetAndNoLonger() throws Exception {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(60), 10);
        JWTCallerPrincipal first = ask(tokens, "a", START.plusSeconds(3_600));

        time.passes(Duration.ofMillis(59_999));
        assertThat(ask(tokens, "a", START.plusSeconds(3_600))).isSameAs(first);
        assertThat(verifications).isEqualTo(1);

        time.passes(Duration.ofMillis(1));
        assertThat(ask(tokens, "a", START.plusSeconds(3_600))).isNotSameAs(first);
        assertThat(verifications).isEqualTo(2);
    }

    @Test
    void itIsNotBelievedBeyondItsEnd() throws Exception {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(60), 10);
        ask(tokens, "a", START.plusSeconds(30));

        time.passes(Duration.ofSeconds(29));
        ask(tokens, "a", START.plusSeconds(30));
        assertThat(verifications).isEqualTo(1);

        time.passes(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tokens.get("a", token -> {
                    throw new ParseException("it has ended");
                }))
                .hasMessage("it has ended");
    }

    @Test
    void aClockThatJumpsEndsItToo() throws Exception {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(60), 10);
        ask(tokens, "a", START.plusSeconds(30));

        time.clockJumps(Duration.ofSeconds(30));
        ask(tokens, "a", START.plusSeconds(30));

        assertThat(verifications).isEqualTo(2);
    }

    @Test
    void oneThatHasEndedButIsToleratedIsVerifiedEachTime() throws Exception {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(60), 10);

        ask(tokens, "a", START.minusSeconds(10));
        ask(tokens, "a", START.minusSeconds(10));

        assertThat(verifications).isEqualTo(2);
        assertThat(tokens.count()).isZero();
    }

    @Test
    void whatIsRefusedIsNotRemembered() throws Exception {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(60), 10);

        assertThatThrownBy(() -> tokens.get("a", token -> {
                    throw new ParseException("bad");
                }))
                .hasMessage("bad");

        assertThat(tokens.count()).isZero();
        assertThat(ask(tokens, "a", START.plusSeconds(30))).isNotNull();
    }

    @Test
    void eachTokenHasItsOwnPrincipal() throws Exception {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(60), 10);

        assertThat(ask(tokens, "a", START.plusSeconds(30)).getSubject()).isEqualTo("a");
        assertThat(ask(tokens, "b", START.plusSeconds(30)).getSubject()).isEqualTo("b");
        assertThat(ask(tokens, "a", START.plusSeconds(30)).getSubject()).isEqualTo("a");
        assertThat(verifications).isEqualTo(2);
    }

    @Test
    void notMoreThanAllowedAreRemembered() throws Exception {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(60), 10);

        for (int i = 0; i < 1_000; i++) {
            ask(tokens, "token " + i, START.plusSeconds(30));
        }

        assertThat(tokens.count()).isEqualTo(10);
    }

    @Test
    void rememberingCanBeSwitchedOff() throws Exception {
        for (VerifiedTokens off : new VerifiedTokens[] {tokens(Duration.ZERO, 10), tokens(Duration.ofSeconds(60), 0)}) {
            ask(off, "a", START.plusSeconds(30));
            ask(off, "a", START.plusSeconds(30));
        }

        assertThat(verifications).isEqualTo(4);
    }

    private VerifiedTokens tokens(Duration rememberedFor, int most) {
        return new VerifiedTokens(TestedVerifier.config(rememberedFor, most), time, time::nanos);
    }

    private JWTCallerPrincipal ask(VerifiedTokens tokens, String text, Instant end) throws ParseException {
        return tokens.get(text, token -> {
            verifications++;
            JwtClaims claims = new JwtClaims();
            claims.setSubject(token);
            claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
            return new DefaultJWTCallerPrincipal(claims);
        });
    }

    private static final class Time extends Clock {
        private Duration passed = Duration.ZERO;
        private Duration jumped = Duration.ZERO;

        void passes(Duration time) {
            passed = passed.plus(time);
        }

        void clockJumps(Duration by) {
            jumped = jumped.plus(by);
        }

        long nanos() {
            return passed.toNanos();
        }

        @Override
        public Instant instant() {
            return START.plus(passed).plus(jumped);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
