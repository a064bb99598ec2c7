package io.breakwater.drctl.explain;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Examination;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.TrustedKey;
import io.breakwater.drctl.ExitCode;
import java.util.List;

/**
 * All that can be said of a record set.
 *
 * @param now epoch seconds
 * @param advice what is not wrong but will surprise, one sentence each
 */
record Explanation(
        String domain,
        SeenRecords seen,
        List<TrustedKey> keys,
        long now,
        Examination examination,
        Evaluation evaluation,
        List<String> advice) {

    static Explanation of(
            String domain, SeenRecords seen, List<TrustedKey> keys, Policy policy, ReplayState state, long now) {
        Examination examination = Evaluator.examine(seen.rrset(), domain, keys, policy);
        Evaluation evaluation = Evaluator.choose(examination, policy, state, now);
        return new Explanation(
                domain, seen, keys, now, examination, evaluation, Advice.on(seen, examination, keys.isEmpty()));
    }

    int exitCode() {
        return switch (evaluation.verdict().name()) {
            case "APPLY" -> ExitCode.OK;
            case "PENDING" -> ExitCode.PENDING;
            case "EXPIRED" -> ExitCode.EXPIRED;
            case "NONE" -> ExitCode.NONE;
            default -> ExitCode.HOLD;
        };
    }
}
