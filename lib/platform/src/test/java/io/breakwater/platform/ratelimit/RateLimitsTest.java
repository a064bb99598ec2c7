package io.breakwater.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final String ONE = "192.0.2.1";
    private static final String OTHER = "192.0.2.2";

    private final Time time = new Time();
    private final RateLimits limits = new RateLimits(RateLimitConfigTest.read(Map.of()), time);

    @Test
    void twentyReadsAndTenWritesInTenSecondsAreAllowed() {
        assertThat(allowed(ONE, true, 30)).isEqualTo(20);
        assertThat(allowed(ONE, false, 30)).isEqualTo(10);
    }

    @Test
    void oneAddressDoesNotUseUpAnothersRequests() {
        allowed(ONE, true, 30);

        assertThat(allowed(OTHER, true, 30)).isEqualTo(20);
    }

    @Test
    void itGoesOnWhenTheWindowIsOver() {
        allowed(ONE, false, 10);

        time.passes(Duration.ofMillis(9_999));
        assertThat(limits.ask(ONE, false).allowed()).isFalse();

        time.passes(Duration.ofMillis(1));
        assertThat(allowed(ONE, false, 30)).isEqualTo(10);
    }

    @Test
    void whoNeverStopsAskingIsNotLockedOut() {
        long answered = 0;
        for (int second = 0; second < 100; second++) {
            answered += allowed(ONE, false, 5);
            time.passes(Duration.ofSeconds(1));
        }

        assertThat(answered).isEqualTo(100);
    }

    @Test
    void eachAnswerSaysHowMuchIsLeftAndForHowLong() {
        assertThat(limits.ask(ONE, true)).isEqualTo(new Verdict(true, 20, 19, 10));
        time.passes(Duration.ofMillis(3_500));
        assertThat(limits.ask(ONE, true)).isEqualTo(new Verdict(true, 20, 18, 7));
        allowed(ONE, true, 18);
        assertThat(limits.ask(ONE, true)).isEqualTo(new Verdict(false, 20, 0, 7));
        assertThat(limits.ask(ONE, false)).isEqualTo(new Verdict(true, 10, 9, 7));
    }

    @Test
    void aSilentAddressIsForgotten() {
        limits.ask(ONE, true);
        limits.ask(OTHER, true);
        assertThat(limits.count()).isEqualTo(2);

        time.passes(Duration.ofSeconds(10));

        assertThat(limits.count()).isZero();
    }

    @Test
    void notMoreAddressesThanAllowedAreRemembered() {
        RateLimits few = new RateLimits(RateLimitConfigTest.read(Map.of("breakwater.rate-limit.callers", "10")), time);

        IntStream.range(0, 5_000).forEach(i -> few.ask("2001:db8::" + Integer.toHexString(i), i % 2 == 0));

        assertThat(few.count()).isEqualTo(10);
        assertThat(few.ask(ONE, true).allowed()).isTrue();
    }

    private long allowed(String address, boolean read, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> limits.ask(address, read).allowed())
                .count();
    }

    private static final class Time implements TimeMeter {
        private long nanos = Duration.ofDays(1).toNanos();

        void passes(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
