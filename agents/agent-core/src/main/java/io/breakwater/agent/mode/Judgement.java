package io.breakwater.agent.mode;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluation;
import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.state.Judge;
import io.breakwater.agent.trust.Trust;
import io.breakwater.agent.trust.TrustStore;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates evidence by what the agent believes (I1: by {@code lib/activation} and nothing else). Remembers what it has verified.
 *
 * <p>While the agent's own mode is not NORMAL it takes nothing from the centre, so that domain and designation cannot have changed: when
 * what it believes differs all the same (its index was lost), what the mode was entered with holds (I3).
 */
final class Judgement {
    private static final int REMEMBERED_RRSETS = 16;

    private final MemoizingEvaluator evaluator = new MemoizingEvaluator(REMEMBERED_RRSETS);
    private final TrustStore trust;

    Judgement(TrustStore trust) {
        this.trust = trust;
    }

    /** Whether there is anything to judge by. */
    boolean isEnrolled() {
        return trust.trust().isPresent();
    }

    /** The domain whose record counts, or empty when there is none or nothing is believed yet. */
    Optional<String> domain(ModeState state) {
        if (isFrozen(state) && state.domain() != null) {
            return trust.trust().map(believed -> state.domain());
        }
        return trust.trust().flatMap(Trust::domain);
    }

    /** Whether the tenant's mode is the agent's. */
    boolean isDesignated(ModeState state) {
        return isFrozen(state) || trust.trust().map(Trust::designated).orElse(true);
    }

    /** What was applied before: by this agent, or else by the tenant when it issued what is believed. */
    ReplayState replay(ModeState state) {
        return state.replay().equals(ReplayState.EMPTY) ? replayAtFirst() : state.replay();
    }

    ReplayState replayAtFirst() {
        return trust.trust().map(Trust::replay).orElse(ReplayState.EMPTY);
    }

    /** Without trust or domain nothing can be told: every verdict is HOLD. */
    Judge by(String domain) {
        Optional<Trust> believed = trust.trust();
        if (believed.isEmpty() || domain == null) {
            return (rrset, replay, now) -> new Evaluation(new Verdict.Hold(Reason.BAD_KEY), List.of(), null);
        }
        Trust now = believed.get();
        return (rrset, replay, second) -> evaluator.evaluate(rrset, domain, now.keys(), now.policy(), replay, second);
    }

    /** The identity of the activation that a verdict puts in force or ends, or null. */
    static String applied(Verdict verdict) {
        return verdict instanceof Verdict.Pending
                ? null
                : verdict.activation().map(Activation::identity).orElse(null);
    }

    private static boolean isFrozen(ModeState state) {
        return state.mode() != Mode.NORMAL;
    }
}
