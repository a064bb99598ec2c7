package io.breakwater.snapshot.mode;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Judges evidence with a tenant's own rules. Remembers what it verified; safe for threads. */
@Singleton
class EvidenceJudge {
    /** An RRset fits into one DNS message (RFC 1035, section 4.2.2). */
    private static final int MOST_OCTETS = 65_535;

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

    /** Empty for what is no record set, or too large for one. */
    static Optional<Rrset> read(List<List<String>> latin1) {
        if (latin1 == null || latin1.isEmpty() || octets(latin1) > MOST_OCTETS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Rrset.ofLatin1(latin1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One more for each string, as on the wire; a null counts as too much. */
    private static long octets(List<List<String>> latin1) {
        long octets = 0;
        for (List<String> record : latin1) {
            if (record == null || record.stream().anyMatch(Objects::isNull)) {
                return Long.MAX_VALUE;
            }
            octets += 1
                    + record.stream().mapToLong(string -> string.length() + 1L).sum();
        }
        return octets;
    }
}
