package io.breakwater.controller.state;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.state.Evidence;
import io.breakwater.controller.history.Cause;
import java.util.Optional;

/**
 * What one cause led to. Nothing is stored yet.
 *
 * @param evaluation of the evidence, or nothing when only the clock decided
 * @param evidence what was judged
 */
record Step(
        Cause cause,
        TenantState before,
        TenantState after,
        Optional<Verdict> verdict,
        Optional<Evaluation> evaluation,
        Optional<Evidence> evidence) {

    static Step nothing(Cause cause, TenantState state) {
        return new Step(cause, state, state, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether the state is another one: then history and the outgoing event are written. */
    boolean isChange() {
        return after.sequence() != before.sequence();
    }
}
