package io.breakwater.controller.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.controller.convergence.BootFence.Position;
import io.breakwater.controller.convergence.BootFence.Rank;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BootFenceTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final BootFence fence = new BootFence(Duration.ofSeconds(5));
    private final Position known = new Position("b", NOON, 10, NOON.plusSeconds(60));

    @Test
    void theFirstStatusOfAnAgentCounts() {
        assertThat(fence.rank(null, known)).isEqualTo(Rank.NEWER);
    }

    @Test
    void withinABootTheHigherSequenceCounts() {
        assertThat(rank("b", NOON, 11, 61)).isEqualTo(Rank.NEWER);
        assertThat(rank("b", NOON, 10, 61)).isEqualTo(Rank.OLDER);
        assertThat(rank("b", NOON, 9, 61)).isEqualTo(Rank.OLDER);
    }

    @Test
    void aNewerBootTakesOver() {
        assertThat(rank("a", NOON.plusSeconds(100), 1, 101)).isEqualTo(Rank.NEWER);
    }

    @Test
    void bootsOfTheSameInstantAreOrderedByTheirId() {
        assertThat(rank("c", NOON, 1, 61)).isEqualTo(Rank.NEWER);
        assertThat(rank("a", NOON, 99, 61)).isEqualTo(Rank.SUPERSEDED_SPEAKS);
    }

    @Test
    void whatTheOlderBootSaidBeforeIsOnlyLate() {
        assertThat(rank("a", NOON.minusSeconds(600), 99, 4)).isEqualTo(Rank.OLDER);
    }

    @Test
    void anOlderBootThatGoesOnSpeakingIsASecondProcess() {
        assertThat(rank("a", NOON.minusSeconds(600), 100, 6)).isEqualTo(Rank.SUPERSEDED_SPEAKS);
    }

    private Rank rank(String bootId, Instant bootedAt, long sequence, long secondsAfterNoon) {
        return fence.rank(known, new Position(bootId, bootedAt, sequence, NOON.plusSeconds(secondsAfterNoon)));
    }
}
