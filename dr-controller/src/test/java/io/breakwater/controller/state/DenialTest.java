package io.breakwater.controller.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.AbsencePolicy;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Proves I3: silence and failure are never instructions. */
class DenialTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final AbsencePolicy POLICY = AbsencePolicy.parse("off-after:PT10M");
    private static final Denial.Counting COUNTING =
            new Denial.Counting(Duration.ofSeconds(10), Duration.ofMinutes(5), 3);

    @Test
    void aRowOfDenialsKeepsItsBeginning() {
        Denial row = heard(heard(null, 0, 2, 1), 240, 3, 0);

        assertThat(row).isEqualTo(new Denial(NOON, at(240), NOON, at(240), 2));
    }

    @Test
    void halfOfTheAuthoritiesAreNoMajority() {
        assertThat(heard(null, 0, 2, 2)).isNull();
        assertThat(heard(null, 0, 0, 3)).isNull();
        assertThat(heard(null, 0, 0, 0)).isNull();
    }

    @Test
    void aLookThatIsNoDenialEndsTheRow() {
        assertThat(heard(heard(null, 0, 3, 0), 60, 1, 2)).isNull();
    }

    @Test
    void aGapByEitherClockBeginsTheRowAnew() {
        Denial row = heard(null, 0, 3, 0);

        assertThat(heard(row, 301, 3, 0).since()).isEqualTo(at(301));
        assertThat(Denial.after(row, look(20, 3, 0), COUNTING, at(301)).looks()).isEqualTo(1);
    }

    @Test
    void thePolicyEndsDrOnlyAfterItsTimeAndNeverBeforeTwiceTheTtl() {
        assertThat(row(599).endsMode(POLICY, 30L, COUNTING)).isFalse();
        assertThat(row(600).endsMode(POLICY, 30L, COUNTING)).isTrue();
        assertThat(row(799).endsMode(POLICY, 400L, COUNTING)).isFalse();
        assertThat(row(800).endsMode(POLICY, 400L, COUNTING)).isTrue();
        assertThat(row(1_000_000).endsMode(AbsencePolicy.KEEP, 30L, COUNTING)).isFalse();
    }

    @Test
    @DisplayName("I2: a burst of denials, whatever times it names, ends nothing: the time counts by our clock too")
    void aBurstEndsNothing() {
        Denial row = null;
        for (int second = -900; second <= 0; second += 30) {
            row = Denial.after(row, look(second, 3, 0), COUNTING, NOON.plusMillis(900 + second));
        }

        assertThat(row.looks()).isEqualTo(1);
        assertThat(row.endsMode(POLICY, 30L, COUNTING)).isFalse();
    }

    @Test
    @DisplayName("I2: a look from the future is none")
    void aLookFromTheFutureDoesNotCount() {
        Denial row = heard(null, 0, 3, 0);

        assertThat(Denial.after(null, look(1, 3, 0), COUNTING, NOON)).isNull();
        assertThat(Denial.after(row, look(100, 3, 0), COUNTING, at(99))).isEqualTo(row);
    }

    @Test
    void oneLookCountsOnceAndLooksCloseTogetherAreOne() {
        Denial row = heard(null, 0, 3, 0);

        assertThat(Denial.after(row, look(0, 3, 0), COUNTING, at(60))).isEqualTo(row);
        assertThat(heard(row, 9, 3, 0)).isEqualTo(row);
        assertThat(heard(row, 10, 3, 0).looks()).isEqualTo(2);
    }

    @Test
    void fewLooksEndNothingHoweverLongTheyLast() {
        assertThat(new Denial(NOON, at(600), NOON, at(600), 2).endsMode(POLICY, 30L, COUNTING))
                .isFalse();
    }

    private static Denial row(long seconds) {
        return new Denial(NOON, at(seconds), NOON, at(seconds), 3);
    }

    private static Instant at(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    /** Looked and heard at the same time. */
    private static Denial heard(Denial before, long seconds, int absent, int unavailable) {
        return Denial.after(before, look(seconds, absent, unavailable), COUNTING, at(seconds));
    }

    private static LastLook look(long seconds, int absent, int unavailable) {
        List<AuthorityAnswer> answers = Stream.concat(
                        IntStream.range(0, absent).mapToObj(i -> answer("ABSENT")),
                        IntStream.range(0, unavailable).mapToObj(i -> answer("UNAVAILABLE")))
                .toList();
        return new LastLook("dr.example.com", List.of(), answers, null, at(seconds), "POLL", null);
    }

    private static AuthorityAnswer answer(String outcome) {
        return new AuthorityAnswer("192.0.2.1:53", outcome, null, null, 1);
    }
}
