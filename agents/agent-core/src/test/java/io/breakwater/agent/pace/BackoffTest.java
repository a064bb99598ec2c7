package io.breakwater.agent.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5), RandomGenerator.getDefault());

    @Test
    void doublesUpToTheCapAndVariesInTheUpperHalf() {
        for (long whole : new long[] {1, 2, 4, 5, 5}) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(whole * 500), Duration.ofSeconds(whole));
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
}
