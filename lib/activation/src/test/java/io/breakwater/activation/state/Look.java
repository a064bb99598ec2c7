package io.breakwater.activation.state;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Signed;
import java.time.Instant;

/** An agent in small: keeps state and replay state and looks at record sets. */
final class Look {

    private static final Judge JUDGE = Judge.with(Signed.DOMAIN, Signed.TRUSTED, Policy.DEFAULT);

    private DrState state = DrState.initial(0);
    private ReplayState replay = ReplayState.EMPTY;

    Transition at(long now, Rrset rrset) {
        Evidence evidence = new Evidence(rrset, now * 1_000, "test");
        Evaluation evaluation = JUDGE.judge(rrset, replay, now);
        return keep(DrStateMachine.next(state, replay, evaluation, evidence, Instant.ofEpochSecond(now)));
    }

    Transition timer(long now) {
        return timer(now, JUDGE);
    }

    Transition timer(long now, Judge judge) {
        return keep(DrStateMachine.onTimer(state, replay, judge, Instant.ofEpochSecond(now)));
    }

    Transition lastingAbsence(long now) {
        return keep(DrStateMachine.onLastingAbsence(state, replay, Instant.ofEpochSecond(now)));
    }

    Look copy() {
        Look other = new Look();
        other.state = state;
        other.replay = replay;
        return other;
    }

    DrState state() {
        return state;
    }

    ReplayState replay() {
        return replay;
    }

    private Transition keep(Transition transition) {
        state = transition.after();
        replay = transition.replay();
        return transition;
    }
}
