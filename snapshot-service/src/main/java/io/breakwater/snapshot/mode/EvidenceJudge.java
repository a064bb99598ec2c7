package io.breakwater.snapshot.mode;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Judges evidence with a tenant's own rules. Remembers what it verified; safe for threads. */
@Singleton
class EvidenceJudge {
    private final MemoizingEvaluator evaluator;

    EvidenceJudge(ModeConfig config) {
        this.evaluator = new MemoizingEvaluator(config.evaluationsRemembered());
    }

    /** @param tolerance seconds: what starts that soon has started, for whoever saw it start may have a clock that is ahead */
    Evaluation judge(TenantRules rules, Rrset evidence, ReplayState replay, long now, long tolerance) {
        Evaluation evaluation = at(rules, evidence, replay, now);
        return evaluation.verdict() instanceof Verdict.Pending pending
                        && pending.value().t() <= now + tolerance
                ? at(rules, evidence, replay, pending.value().t())
                : evaluation;
    }

    private Evaluation at(TenantRules rules, Rrset evidence, ReplayState replay, long epochSecond) {
        return evaluator.evaluate(evidence, rules.domain(), rules.keys(), rules.policy(), replay, epochSecond);
    }

    /** Empty for what is no record set. How large one may be is checked where it is decoded. */
    static Optional<Rrset> read(List<List<String>> latin1) {
        if (latin1 == null || latin1.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Rrset.ofLatin1(latin1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
