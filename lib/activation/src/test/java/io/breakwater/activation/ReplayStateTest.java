package io.breakwater.activation;

import static io.breakwater.activation.Signed.DOMAIN;
import static io.breakwater.activation.Signed.TRUSTED;
import static io.breakwater.activation.Signed.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("I1: what was superseded never comes back")
class ReplayStateTest {

    private static final Rrset OLD_ON = record(Mode.ACTIVE, 100L, 900L);
    private static final Rrset OFF = record(Mode.NORMAL, 200L, 900L);
    private static final Verdict REPLAY = new Verdict.Hold(Reason.REPLAY);

    @Test
    void refusesAnOlderStart() {
        ReplayState state = after(OLD_ON, OFF);

        assertThat(evaluate(OLD_ON, state)).isEqualTo(REPLAY);
        assertThat(evaluate(record(Mode.TEST, 150L, 900L), state)).isEqualTo(REPLAY);
        assertThat(evaluate(record(Mode.TEST, 200L, 950L), state)).isEqualTo(REPLAY);
    }

    @Test
    void takesTheSameActivationAgainAndChangesNothing() {
        ReplayState state = after(OLD_ON, OFF);

        Verdict again = evaluate(OFF, state);

        assertThat(again.name()).isEqualTo("APPLY");
        assertThat(state.after(again, 300)).isEqualTo(state);
    }

    @Test
    void refusesAnAbsentStartOnceOneWasApplied() {
        assertThat(evaluate(record(Mode.ACTIVE, null, 900L), after(OLD_ON))).isEqualTo(REPLAY);
    }

    @Test
    void refusesWhatWasSupersededWithoutAnyStart() {
        Rrset on = record(Mode.ACTIVE, null, 250L);
        ReplayState state = after(on, record(Mode.NORMAL, null, null));

        assertThat(evaluate(on, state)).isEqualTo(REPLAY);
        assertThat(Evaluator.evaluate(on, DOMAIN, TRUSTED, Policy.DEFAULT, state, 251)
                        .verdict())
                .as("nor does its end end the mode in force")
                .isEqualTo(REPLAY);
    }

    @Test
    void isAdvancedByWhatHasEndedToo() {
        Rrset ended = record(Mode.TEST, 200L, 250L);

        ReplayState state = after(OLD_ON, ended);

        assertThat(state.lastT()).isEqualTo(200);
        assertThat(evaluate(OLD_ON, state)).isEqualTo(REPLAY);
    }

    @Test
    void isNotAdvancedByWhatIsAnnounced() {
        Verdict pending = evaluate(record(Mode.ACTIVE, 800L, 900L), ReplayState.EMPTY);

        assertThat(pending.name()).isEqualTo("PENDING");
        assertThat(ReplayState.EMPTY.after(pending, 300)).isEqualTo(ReplayState.EMPTY);
        assertThat(ReplayState.EMPTY.after(REPLAY, 300)).isEqualTo(ReplayState.EMPTY);
        assertThat(ReplayState.EMPTY.after(new Verdict.None(Reason.NO_RECORD), 300))
                .isEqualTo(ReplayState.EMPTY);
    }

    @Test
    void isOfNoAccountWhenTheWindowAloneDecides() {
        Policy windowOnly = new Policy(true, Replay.WINDOW_ONLY);

        Verdict verdict = Evaluator.evaluate(OLD_ON, DOMAIN, TRUSTED, windowOnly, after(OLD_ON, OFF), 300)
                .verdict();

        assertThat(verdict.name()).isEqualTo("APPLY");
        ReplayState state = after(OLD_ON, OFF).after(verdict, 300);
        assertThat(state.lastT()).as("stays the greatest").isEqualTo(200);
        assertThat(evaluate(OLD_ON, state).name())
                .as("in force, when the policy becomes strict")
                .isEqualTo("APPLY");
    }

    @Test
    void remembersAtMost256AndForgetsTheOneThatEndsFirst() {
        ReplayState state = ReplayState.EMPTY;
        for (long i = 0; i < 300; i++) {
            Long x = i % 2 == 0 ? null : i;
            state = state.after(
                    new Verdict.Apply(new Activation(Mode.TEST, i, x, InternetAction.NONE, "id" + i, null)), i);
        }

        assertThat(state.superseded())
                .hasSize(ReplayState.MOST_SUPERSEDED)
                .containsKeys("id0", "id298", "id297")
                .doesNotContainKey("id1");
        assertThat(state.lastIdentity()).isEqualTo("id299");
    }

    private static ReplayState after(Rrset... applied) {
        ReplayState state = ReplayState.EMPTY;
        for (Rrset rrset : List.of(applied)) {
            state = state.after(evaluate(rrset, state), 300);
        }
        return state;
    }

    private static Verdict evaluate(Rrset rrset, ReplayState state) {
        return Evaluator.evaluate(rrset, DOMAIN, TRUSTED, Policy.DEFAULT, state, 300)
                .verdict();
    }
}
