package io.breakwater.watcher.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Reason;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.Warning;
import io.breakwater.watcher.judging.Judgement.Observation;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is remembered of the domains for people (I9)")
class SeenBudgetTest {
    private final SeenBudget budget = new SeenBudget(10_000);

    @Test
    void isBoundedInOctetsAndBriefBeyondThem() {
        Observation first = budget.remember(null, seen(30));
        Observation second = budget.remember(null, seen(30));

        assertThat(first.hasRecords()).isTrue();
        assertThat(second.hasRecords()).isFalse();
        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(second.evaluation().verdict()).isEqualTo(first.evaluation().verdict());
        assertThat(budget.taken()).isLessThanOrEqualTo(10_000);
    }

    @Test
    void givesRoomBackWhenSomethingElseIsRememberedOrNothing() {
        Observation first = budget.remember(null, seen(30));
        Observation again = budget.remember(first, seen(29));
        assertThat(again.hasRecords()).isTrue();

        budget.forget(again);

        assertThat(budget.taken()).isZero();
    }

    private static Observation seen(int records) {
        Rrset rrset = Rrset.ofLatin1(Collections.nCopies(records, List.of("x".repeat(150))));
        List<Warning> warnings = List.of(new Warning(Reason.MALFORMED, "x"));
        Evaluation evaluation = new Evaluation(new Verdict.Hold(Reason.MALFORMED), warnings, null);
        return new Observation(rrset, rrset.digest(), 30, Instant.EPOCH, evaluation);
    }
}
