package io.breakwater.agent.mode;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.Reason;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.state.Judge;
import io.breakwater.agent.trust.Trust;
import java.util.List;
import java.util.Optional;

/** Evaluates evidence by what the agent believes (I1: by {@code lib/activation} and nothing else). Remembers what it has verified. */
final class Judgement {
    private static final int REMEMBERED_RRSETS = 16;

    private final MemoizingEvaluator evaluator = new MemoizingEvaluator(REMEMBERED_RRSETS);

    /** Without trust or domain nothing can be told: every verdict is HOLD. */
    Judge by(Optional<Trust> believed, String domain) {
        if (believed.isEmpty() || domain == null) {
            return (rrset, replay, now) -> new Evaluation(new Verdict.Hold(Reason.BAD_KEY), List.of(), null);
        }
        Trust trust = believed.get();
        return (rrset, replay, now) -> evaluator.evaluate(rrset, domain, trust.keys(), trust.policy(), replay, now);
    }
}
