package io.breakwater.controller.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluation;
import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.activation.Warning;
import io.breakwater.activation.state.DrState;
import io.breakwater.activation.state.DrStateMachine;
import io.breakwater.activation.state.Evidence;
import io.breakwater.activation.state.Judge;
import io.breakwater.activation.state.Transition;
import io.breakwater.controller.history.Cause;
import io.breakwater.controller.settings.TenantSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an observation, new settings or the clock mean for a tenant. Pure but for the memory of its evaluator; safe for threads.
 */
final class Decider {
    private static final Evaluation CANNOT_TELL = new Evaluation(new Verdict.Hold(Reason.BAD_KEY), List.of(), null);

    private final MemoizingEvaluator evaluator;

    private final Rules rules;

    Decider(int remembered, Rules rules) {
        this.evaluator = new MemoizingEvaluator(remembered);
        this.rules = rules;
    }

    /** @param settings or nothing when none came yet: then the look waits for them */
    Step observed(TenantState current, Optional<TenantSettings> settings, LastLook look, Instant now) {
        Optional<TenantSettings> fitting = settings.filter(one -> one.isFor(look.domain()));
        if (look.isBefore(current.lastLook())) {
            return fitting.map(one -> late(current, one, look, now))
                    .orElseGet(() -> Step.nothing(Cause.OBSERVED, current));
        }
        return fitting.map(one -> judge(Cause.OBSERVED, current, one, look, now))
                .orElseGet(() -> new Step(
                        Cause.OBSERVED,
                        current,
                        current.looked(look, null),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Judges again what was last seen. */
    Step settingsChanged(TenantState current, TenantSettings settings, Instant now) {
        LastLook look = current.lastLook();
        if (look == null || !settings.isFor(look.domain())) {
            return Step.nothing(Cause.SETTINGS, current);
        }
        return judge(Cause.SETTINGS, current, settings, look, now);
    }

    /** What the time alone means. */
    Step timer(TenantState current, Optional<TenantSettings> settings, Instant now) {
        String domain = settings.map(TenantSettings::domain).orElse(null);
        Judge judge = settings.<Judge>map(one -> (rrset, replay, at) -> evaluate(one, rrset, replay, at))
                .orElse((rrset, replay, at) -> CANNOT_TELL);
        boolean ends = current.state()
                .activation()
                .filter(one -> one.endedAt(now.getEpochSecond()))
                .isPresent();
        Optional<Evidence> evidence =
                ends ? current.state().evidence() : current.state().upcoming().map(upcoming -> upcoming.evidence());
        Transition transition = DrStateMachine.onTimer(current.state(), current.replay(domain), judge, now);
        if (transition.changed() || !current.damping().pending()) {
            Verdict verdict = timerVerdict(current, transition);
            return step(Cause.TIMER, current, current, domain, transition, verdict, null, evidence, now);
        }
        return settings.filter(one -> one.isFor(current.lastLook().domain()))
                .map(one -> judge(Cause.TIMER, current, one, current.lastLook(), now))
                .orElseGet(() -> new Step(
                        Cause.TIMER, current, current.settled(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Judges what was last seen, in a state that was found by other means. */
    Step again(TenantState before, TenantState found, TenantSettings settings, Instant now) {
        LastLook look = found.lastLook();
        Step judged = look != null && settings.isFor(look.domain())
                ? judge(Cause.MENDED, found, settings, look, now)
                : Step.nothing(Cause.MENDED, found);
        return new Step(
                Cause.MENDED,
                before,
                judged.after().numbered(before.sequence() + 1),
                judged.verdict(),
                judged.evaluation(),
                judged.evidence().or(found::evidence));
    }

    /** What a record set says to that tenant. */
    Evaluation evaluate(TenantSettings settings, Rrset rrset, ReplayState replay, long now) {
        return evaluator.evaluate(rrset, settings.domain(), settings.keys(), settings.policy(), replay, now);
    }

    /** Only a verified newer activation counts when something later was seen already: its own t proves that it is newer. */
    private Step late(TenantState current, TenantSettings settings, LastLook look, Instant now) {
        ReplayState replay = current.replay(settings.domain());
        Evaluation evaluation = evaluate(settings, look.records(), replay, now.getEpochSecond());
        boolean provesItself = evaluation.verdict() instanceof Verdict.Apply apply
                && apply.value().keyFingerprint() != null
                && apply.value().t() != null
                && !apply.value().identity().equals(replay.lastIdentity());
        if (!provesItself) {
            return Step.nothing(Cause.OBSERVED, current);
        }
        Transition transition = DrStateMachine.next(current.state(), replay, evaluation, look.evidence(), now);
        return step(
                Cause.OBSERVED,
                current,
                current,
                settings.domain(),
                transition,
                evaluation.verdict(),
                evaluation,
                Optional.of(look.evidence()),
                now);
    }

    private Step judge(Cause cause, TenantState current, TenantSettings settings, LastLook look, Instant now) {
        ReplayState replay = current.replay(settings.domain());
        Evaluation evaluation = evaluate(settings, look.records(), replay, now.getEpochSecond());
        Verdict verdict = evaluation.verdict();
        LastLook judged = look.judgedAs(verdict.name(), verdict.reason().name(), warnings(evaluation));
        Denial denial =
                cause == Cause.OBSERVED ? Denial.after(current.denial(), look, rules.denials(), now) : current.denial();
        boolean absent = denial != null
                && look.isDeniedByMajority()
                && denial.endsMode(settings.absence(), lastTtl(current), rules.denials());
        Transition transition = absent
                ? DrStateMachine.onLastingAbsence(current.state(), replay, now)
                : DrStateMachine.next(current.state(), replay, evaluation, look.evidence(), now);
        TenantState looked = current.looked(judged, denial);
        return step(
                cause,
                current,
                looked,
                settings.domain(),
                transition,
                verdict,
                evaluation,
                Optional.of(look.evidence()),
                now);
    }

    private Step step(
            Cause cause,
            TenantState before,
            TenantState looked,
            String domain,
            Transition transition,
            Verdict verdict,
            Evaluation evaluation,
            Optional<Evidence> evidence,
            Instant now) {
        boolean minor = Damping.isMinor(transition, before.replay(domain), now, rules.damping());
        TenantState after = looked.settled();
        if (transition.changed() && minor && before.damping().isEarly(now, rules.damping())) {
            after = looked.keptBack(before.damping().due(rules.damping()));
        } else if (transition.changed()) {
            TenantState changed =
                    looked.changed(transition.after(), domain, transition.replay(), transition.nextTimer());
            after = minor
                    ? changed.damped(changed.damping().toldAt(now))
                    : proven(changed, transition, verdict, evidence);
        }
        return new Step(cause, before, after, Optional.ofNullable(verdict), Optional.ofNullable(evaluation), evidence);
    }

    /** What ends a mode by a record is kept, for whoever wants to see it; an end by denials has none. */
    private static TenantState proven(
            TenantState changed, Transition transition, Verdict verdict, Optional<Evidence> evidence) {
        if (verdict instanceof Verdict.Apply || verdict instanceof Verdict.Expired) {
            return changed.provenBy(evidence.orElse(null));
        }
        return transition.modeChanged() ? changed.provenBy(null) : changed;
    }

    private static Verdict timerVerdict(TenantState current, Transition transition) {
        Optional<Activation> now = transition.after().activation();
        if (now.isPresent() && !now.equals(current.state().activation())) {
            return new Verdict.Apply(now.get());
        }
        return current.state()
                .activation()
                .filter(one -> now.isEmpty())
                .<Verdict>map(Verdict.Expired::new)
                .or(() -> heldBy(transition.after()))
                .orElse(null);
    }

    private static Optional<Verdict> heldBy(DrState state) {
        return state.held().map(held -> new Verdict.Hold(held.reason()));
    }

    private static Long lastTtl(TenantState current) {
        return current.lastLook() == null ? null : current.lastLook().ttlSeconds();
    }

    private static List<String> warnings(Evaluation evaluation) {
        return evaluation.warnings().stream().map(Decider::text).toList();
    }

    private static String text(Warning warning) {
        return warning.reason() + ": " + warning.detail();
    }
}
