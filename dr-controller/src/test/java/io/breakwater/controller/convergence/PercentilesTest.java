package io.breakwater.controller.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void nothingHasNoPercentiles() {
        assertThat(Percentiles.of(List.of())).isEqualTo(new Percentiles(null, null, null));
    }

    @Test
    void oneIsAllOfThem() {
        assertThat(Percentiles.of(List.of(7L))).isEqualTo(new Percentiles(7L, 7L, 7L));
    }

    @Test
    void theNearestRankIsTaken() {
        List<Long> millis =
                LongStream.rangeClosed(1, 200).map(n -> 201 - n).boxed().toList();

        assertThat(Percentiles.of(millis)).isEqualTo(new Percentiles(100L, 190L, 198L));
    }
}
