package io.breakwater.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void percentilesAreNearestRanks() {
        Samples samples = new Samples();
        for (int millis = 100; millis >= 1; millis--) {
            samples.add(millis * 1_000_000L);
        }

        assertThat(samples.millis(50)).isEqualTo(50);
        assertThat(samples.millis(99)).isEqualTo(99);
        assertThat(samples.millis(100)).isEqualTo(100);
    }

    @Test
    void nothingMeasuredIsNotANumber() {
        assertThat(new Samples().millis(50)).isNaN();
    }
}
