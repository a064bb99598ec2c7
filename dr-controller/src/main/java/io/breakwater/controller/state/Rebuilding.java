package io.breakwater.controller.state;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.DrStateMachine;
import io.breakwater.activation.state.Evidence;
import io.breakwater.activation.state.Transition;
import io.breakwater.controller.history.HistoryEntry;
import io.breakwater.controller.settings.TenantSettings;
import java.time.Instant;
import java.util.List;

/**
 * Finds a tenant's state from its history as if only what verifies with these settings had ever been there: each record set is judged
 * again as of its time, then the clock and what was seen last. Pure.
 */
record Rebuilding(Decider decider, TenantSettings settings) {
    private static final String SOURCE = "history";

    /** @param judged the oldest first */
    Step from(TenantState current, List<HistoryEntry> judged, Instant now) {
        Instant start = judged.isEmpty() ? now : judged.get(0).at();
        Found found = new Found(DrState.initial(start.toEpochMilli()), ReplayState.EMPTY, null);
        for (HistoryEntry entry : judged) {
            found = after(found, entry);
        }
        Transition clock = DrStateMachine.onTimer(
                found.state, found.replay, (rrset, replay, at) -> evaluate(rrset, replay, at), now);
        TenantState rebuilt = current.rebuilt(clock.after(), settings.domain(), clock.replay(), clock.nextTimer())
                .provenBy(found.proof);
        return decider.again(current, rebuilt, settings, now);
    }

    private record Found(DrState state, ReplayState replay, Evidence proof) {}

    private Found after(Found before, HistoryEntry entry) {
        if (entry.evidence() == null || entry.evidence().isEmpty()) {
            boolean mayEnd = settings.absence().offAfter().isPresent();
            Transition ended = DrStateMachine.onLastingAbsence(before.state, before.replay, entry.at());
            return mayEnd ? new Found(ended.after(), ended.replay(), null) : before;
        }
        Rrset rrset = Rrset.ofLatin1(entry.evidence());
        Evaluation evaluation = evaluate(rrset, before.replay, entry.at().getEpochSecond());
        if (evaluation.verdict().activation().isEmpty()) {
            return before;
        }
        Evidence evidence = new Evidence(rrset, entry.at().toEpochMilli(), SOURCE);
        Transition next = DrStateMachine.next(before.state, before.replay, evaluation, evidence, entry.at());
        boolean proves =
                evaluation.verdict() instanceof Verdict.Apply || evaluation.verdict() instanceof Verdict.Expired;
        return new Found(next.after(), next.replay(), proves ? evidence : before.proof);
    }

    private Evaluation evaluate(Rrset rrset, ReplayState replay, long at) {
        return decider.evaluate(settings, rrset, replay, at);
    }
}
