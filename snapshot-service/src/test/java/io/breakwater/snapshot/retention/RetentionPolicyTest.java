package io.breakwater.snapshot.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.snapshot.retention.RetentionPolicy.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Proves the part of I7 that a storm of edits cannot flush the snapshots of a week. */
class RetentionPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final RetentionPolicy POLICY = new RetentionPolicy(15, 7);

    @Test
    void keepsFifteen() {
        assertThat(POLICY.superfluous(storm(15), NOW)).isEmpty();
    }

    @Test
    void letsTheOldestOfADayGo() {
        assertThat(POLICY.superfluous(storm(18), NOW)).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void keepsTheNewestOfEachOfTheLastSevenDaysThroughAStorm() {
        List<Candidate> group = new ArrayList<>();
        for (int day = 9; day >= 1; day--) {
            group.add(candidate(100 - 2L * day, NOW.minus(Duration.ofDays(day)).minusSeconds(60)));
            group.add(candidate(101 - 2L * day, NOW.minus(Duration.ofDays(day))));
        }
        storm(40).forEach(c -> group.add(candidate(1000 + c.id(), c.created())));

        Set<Long> gone = POLICY.superfluous(group, NOW);

        for (int day = 1; day <= 6; day++) {
            assertThat(gone).doesNotContain(101L - 2L * day).contains(100L - 2L * day);
        }
        for (int day = 7; day <= 9; day++) {
            assertThat(gone).contains(101L - 2L * day);
        }
        assertThat(gone).doesNotContain(1040L);
    }

    @Test
    void neverLetsTheNewestGo() {
        Candidate old = candidate(1, NOW.minus(Duration.ofDays(400)));

        assertThat(new RetentionPolicy(0, 0).superfluous(List.of(old), NOW)).isEmpty();
    }

    @Test
    void goesByTheSequenceNotByTheClock() {
        List<Candidate> group = List.of(new Candidate(1, 1, NOW), new Candidate(2, 2, NOW.minus(Duration.ofDays(30))));

        assertThat(new RetentionPolicy(1, 0).superfluous(group, NOW)).containsExactly(1L);
    }

    private static List<Candidate> storm(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> candidate(id, NOW.minusSeconds(count - id)))
                .toList();
    }

    private static Candidate candidate(long id, Instant created) {
        return new Candidate(id, id, created);
    }
}
