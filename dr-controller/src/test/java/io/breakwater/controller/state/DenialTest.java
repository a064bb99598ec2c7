package io.breakwater.controller.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.AbsencePolicy;
import io.breakwater.contracts.event.DrObserved.AuthorityAnswer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves I3: silence and failure are never instructions. */
class DenialTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final AbsencePolicy POLICY = AbsencePolicy.parse("off-after:PT10M");

    @Test
    void aRowOfDenialsKeepsItsBeginning() {
        Denial row = Denial.after(Denial.after(null, look(0, 2, 1)), look(240, 3, 0));

        assertThat(row).isEqualTo(new Denial(NOON, NOON.plusSeconds(240)));
    }

    @Test
    void halfOfTheAuthoritiesAreNoMajority() {
        assertThat(Denial.after(null, look(0, 2, 2))).isNull();
        assertThat(Denial.after(null, look(0, 0, 3))).isNull();
        assertThat(Denial.after(null, look(0, 0, 0))).isNull();
    }

    @Test
    void aLookThatIsNoDenialEndsTheRow() {
        Denial row = Denial.after(null, look(0, 3, 0));

        assertThat(Denial.after(row, look(60, 1, 2))).isNull();
    }

    @Test
    void aGapBeginsTheRowAnew() {
        Denial row = Denial.after(null, look(0, 3, 0));

        assertThat(Denial.after(row, look(301, 3, 0)).since()).isEqualTo(NOON.plusSeconds(301));
    }

    @Test
    void thePolicyEndsDrOnlyAfterItsTimeAndNeverBeforeTwiceTheTtl() {
        assertThat(row(599).endsMode(POLICY, 30L)).isFalse();
        assertThat(row(600).endsMode(POLICY, 30L)).isTrue();
        assertThat(row(799).endsMode(POLICY, 400L)).isFalse();
        assertThat(row(800).endsMode(POLICY, 400L)).isTrue();
        assertThat(row(1_000_000).endsMode(AbsencePolicy.KEEP, 30L)).isFalse();
    }

    private static Denial row(long seconds) {
        return new Denial(NOON, NOON.plusSeconds(seconds));
    }

    private static LastLook look(long seconds, int absent, int unavailable) {
        List<AuthorityAnswer> answers = Stream.concat(
                        IntStream.range(0, absent).mapToObj(i -> answer("ABSENT")),
                        IntStream.range(0, unavailable).mapToObj(i -> answer("UNAVAILABLE")))
                .toList();
        return new LastLook("dr.example.com", List.of(), answers, null, NOON.plusSeconds(seconds), "POLL", null);
    }

    private static AuthorityAnswer answer(String outcome) {
        return new AuthorityAnswer("192.0.2.1:53", outcome, null, null, 1);
    }
}
