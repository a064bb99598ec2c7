package io.breakwater.watcher.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollScheduleTest {
    private static final Duration MIN = Duration.ofSeconds(10);
    private static final Duration MAX = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({"0,10000", "10,10000", "30,30000", "60,60000", "900,60000", "9223372036854775807,60000"})
    void looksAgainAfterTheTtlWithinBounds(long ttl, long millis) {
        assertThat(new PollSchedule(MIN, MAX, 0.2, () -> 0).after(ttl)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void comesUpToAFifthEarlierAtRandom() {
        assertThat(new PollSchedule(MIN, MAX, 0.2, () -> 1).after(30)).isEqualTo(Duration.ofSeconds(24));
        assertThat(new PollSchedule(MIN, MAX, 0.2, () -> 0.5).after(30)).isEqualTo(Duration.ofSeconds(27));
    }

    @Test
    void triesAgainSoonAfterNothingWasLearned() {
        assertThat(new PollSchedule(MIN, MAX, 0.2, () -> 0).afterNothing()).isEqualTo(MIN);
    }

    @Test
    void refusesBoundsThatMakeNoSense() {
        assertThatThrownBy(() -> new PollSchedule(MAX, MIN, 0.2, () -> 0)).hasMessageContaining("min-interval");
        assertThatThrownBy(() -> new PollSchedule(MIN, MAX, 1.5, () -> 0)).hasMessageContaining("jitter");
    }
}
