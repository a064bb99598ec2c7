package io.breakwater.controller.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.Warning;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.Evidence;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.ReplayView;
import io.breakwater.controller.history.Cause;
import io.breakwater.controller.history.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A change as others are told of it: the outgoing event and the entry in the history. Pure. */
final class StateEvents {
    private static final String BY_CLOCK = "NONE";

    private StateEvents() {}

    static DrStateChanged event(TenantState tenant, String domain, Instant now) {
        DrState state = tenant.state();
        Optional<Activation> activation = tenant.activation();
        ReplayState replay = tenant.replay(domain);
        return new DrStateChanged(
                tenant.customerId(),
                domain,
                TenantState.nameOf(state),
                state.mode().name(),
                activation.map(Activation::identity).orElse(null),
                activation.map(Activation::t).orElse(null),
                activation.map(Activation::x).orElse(null),
                Instant.ofEpochMilli(state.sinceMillis()),
                tenant.sequence(),
                state.held()
                        .map(held ->
                                new DrStateChanged.Held(held.reason().name(), Instant.ofEpochMilli(held.sinceMillis())))
                        .orElse(null),
                new ReplayView(replay.lastT(), replay.lastIdentity(), replay.lastX(), replay.superseded()),
                tenant.shown().map(Rrset::toLatin1).orElse(null),
                now);
    }

    static HistoryEntry entry(Step step, String domain, Instant now) {
        Optional<Activation> activation = step.verdict().flatMap(Verdict::activation);
        Optional<Evidence> evidence = step.evidence();
        LastLook look = step.cause() == Cause.TIMER ? null : step.after().lastLook();
        return new HistoryEntry(
                step.after().customerId(),
                step.after().sequence(),
                now,
                step.cause(),
                domain,
                evidence.map(Evidence::seenAtEpochMillis)
                        .map(Instant::ofEpochMilli)
                        .orElse(null),
                effectiveAt(step, now),
                evidence.map(seen -> seen.rrset().toLatin1()).orElse(null),
                evidence.map(seen -> seen.rrset().digest()).orElse(null),
                look == null ? null : look.answers(),
                judgement(step, activation),
                activation.map(Activation::identity).orElse(null),
                activation.map(Activation::t).orElse(null),
                activation.map(Activation::x).orElse(null),
                side(step.before().state()),
                side(step.after().state()));
    }

    private static HistoryEntry.Judgement judgement(Step step, Optional<Activation> activation) {
        List<String> warnings = step.evaluation()
                .map(evaluation ->
                        evaluation.warnings().stream().map(StateEvents::text).toList())
                .orElse(List.of());
        return new HistoryEntry.Judgement(
                step.verdict().map(Verdict::name).orElse(BY_CLOCK),
                step.verdict().map(verdict -> verdict.reason().name()).orElse(BY_CLOCK),
                activation.map(Activation::keyFingerprint).orElse(null),
                warnings);
    }

    /** An agent cannot have followed before the record was there, before it starts, or before the settings made it valid. */
    private static Instant effectiveAt(Step step, Instant now) {
        Optional<Activation> activation = step.verdict().flatMap(Verdict::activation);
        if (step.cause() == Cause.SETTINGS || activation.isEmpty()) {
            return now;
        }
        if (step.verdict().get() instanceof Verdict.Expired) {
            Long end = activation.get().x();
            return end == null ? now : Instant.ofEpochSecond(end + 1);
        }
        Instant seen = step.evidence()
                .map(evidence -> Instant.ofEpochMilli(evidence.seenAtEpochMillis()))
                .orElse(now);
        Long start = activation.get().t();
        Instant started = start == null ? seen : Instant.ofEpochSecond(start);
        return started.isAfter(seen) ? started : seen;
    }

    private static String text(Warning warning) {
        return warning.reason() + ": " + warning.detail();
    }

    private static HistoryEntry.Side side(DrState state) {
        return new HistoryEntry.Side(TenantState.nameOf(state), state.mode().name());
    }
}
