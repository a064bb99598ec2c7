package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));

    @ParameterizedTest
    @CsvSource({"0,50,100", "1,50,100", "2,100,200", "3,200,400", "7,2500,5000", "100,2500,5000", "2147483647,2500,5000"
    })
    void doublesUpToItsCapAndLosesAtMostAHalf(int attempt, long atLeast, long atMost) {
        for (int i = 0; i < 100; i++) {
            assertThat(backOff.after(attempt).toMillis()).isBetween(atLeast, atMost);
        }
    }
}
