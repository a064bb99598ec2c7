package io.breakwater.local.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A process that dies")
class RevivalTest {
    private static final RestartPolicy POLICY =
            new RestartPolicy(Duration.ofSeconds(1), Duration.ofSeconds(6), 0.5, 5, Duration.ofMinutes(10));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    @DisplayName("is waited for twice as long each time, up to a limit, and then left dead")
    void backsOff() {
        DeathRecord record = new DeathRecord(POLICY, () -> 0.5);

        assertThat(record.died(START)).contains(Duration.ofSeconds(1));
        assertThat(record.died(START.plusSeconds(1))).contains(Duration.ofSeconds(2));
        assertThat(record.died(START.plusSeconds(2))).contains(Duration.ofSeconds(4));
        assertThat(record.died(START.plusSeconds(3))).contains(Duration.ofSeconds(6));
        assertThat(record.died(START.plusSeconds(4))).isEmpty();
        assertThat(record.number()).isEqualTo(5);
    }

    @Test
    @DisplayName("begins anew when it lived for the whole window")
    void forgets() {
        DeathRecord record = new DeathRecord(POLICY, () -> 0.5);
        for (int i = 0; i < 4; i++) {
            record.died(START.plusSeconds(i));
        }

        assertThat(record.died(START.plus(Duration.ofMinutes(11)))).contains(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("does not start together with what died together")
    void jitter() {
        Optional<Duration> early = new DeathRecord(POLICY, () -> 0).died(START);
        Optional<Duration> late = new DeathRecord(POLICY, () -> 1).died(START);

        assertThat(early).contains(Duration.ofMillis(500));
        assertThat(late).contains(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @CsvSource({"1,1st", "2,2nd", "3,3rd", "4,4th", "11,11th", "12,12th", "13,13th", "21,21st", "112,112th"})
    @DisplayName("is told of by number")
    void ordinals(int number, String text) {
        assertThat(Revival.ordinal(number)).isEqualTo(text);
    }
}
