package io.breakwater.activation.state;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Evaluator;
import io.breakwater.activation.Policy;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.TrustedKey;
import java.util.List;

/** An evaluator with a tenant's settings, to judge stored evidence again. */
@FunctionalInterface
public interface Judge {

    Evaluation judge(Rrset rrset, ReplayState replay, long nowEpochSeconds);

    /** Judges with these settings. */
    static Judge with(String domain, List<TrustedKey> keys, Policy policy) {
        return (rrset, replay, now) -> Evaluator.evaluate(rrset, domain, keys, policy, replay, now);
    }
}
