package io.breakwater.snapshot.mode;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.contracts.event.ReplayView;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * What is believed of a tenant's mode (I2): it is what the evidence gives, judged here with the tenant's keys, this clock and the replay
 * state of this service. What no evidence shows is not taken from an event; its owner is asked, and the owner's answer is held against
 * the evidence too. The replay state is never taken from anybody: it follows from the evidence. So whatever an event or a poisoned row
 * says, the owner's next answer leads out of it (I10).
 *
 * <p>Pure. Made for one judgement.
 *
 * @param now epoch seconds
 * @param tolerance seconds that the services' clocks may lie apart
 * @param largestJump of a sequence
 */
record ModeBelief(TenantRules rules, KnownMode known, EvidenceJudge judge, long now, long tolerance, long largestJump) {
    ModeBelief {
        known = known.at(now);
    }

    /** What a record set says. */
    private record Shown(Rrset evidence, Evaluation evaluation) {
        Verdict verdict() {
            return evaluation.verdict();
        }

        boolean saysTheMode() {
            return verdict() instanceof Verdict.Apply || verdict() instanceof Verdict.Expired;
        }
    }

    /** What follows from an event. */
    ModeJudgement told(DrStateChanged state) {
        if (state.sequence() < 0 || Math.abs(state.sequence() - known.sequence()) > largestJump) {
            return ModeJudgement.doubt(known, ModeDoubt.SEQUENCE_JUMPS);
        }
        if (state.sequence() <= known.sequence()) {
            return ModeJudgement.of(known);
        }
        if (!rules.isFor(state.domain())) {
            return ModeJudgement.doubt(known, ModeDoubt.OTHER_DOMAIN);
        }
        if (!rules.hasKey()) {
            return ModeJudgement.doubt(known, ModeDoubt.NO_KEY);
        }
        Optional<Shown> shown = shown(state);
        KnownMode next = shown.map(one -> applied(known, one)).orElse(known).withSequence(state.sequence());
        if (mode(state).equals(Optional.of(next.modeAt(now)))) {
            return ModeJudgement.of(next);
        }
        return shown.filter(one -> one.verdict().activation().isPresent())
                .map(one -> ModeJudgement.doubt(next, ModeDoubt.EVIDENCE_SAYS_OTHERWISE))
                .orElseGet(() -> ModeJudgement.doubt(known, ModeDoubt.NO_EVIDENCE));
    }

    /** What follows from the owner's answer, whatever its sequence. */
    ModeJudgement owned(DrStateChanged state) {
        KnownMode sound = known.withReplay(soundReplay()).withSequence(Math.max(0, state.sequence()));
        Optional<Shown> shown = rules.isFor(state.domain()) ? shown(state) : Optional.empty();
        Optional<Mode> told = mode(state);
        if (shown.filter(Shown::saysTheMode).isPresent()) {
            KnownMode next = applied(sound, shown.get());
            return told.equals(Optional.of(next.modeAt(now)))
                    ? ModeJudgement.of(next)
                    : ModeJudgement.doubt(next, ModeDoubt.EVIDENCE_SAYS_OTHERWISE);
        }
        if (!told.equals(Optional.of(Mode.NORMAL))) {
            // the word alone begins nothing; what its evidence still shows stays, as with every HOLD
            KnownMode kept = isProven(sound) ? sound : sound.normal();
            return told.equals(Optional.of(kept.modeAt(now)))
                    ? ModeJudgement.of(kept)
                    : ModeJudgement.doubt(kept, ModeDoubt.NO_EVIDENCE);
        }
        if (!mayEndByWord(sound, state.replay())) {
            return ModeJudgement.doubt(sound, ModeDoubt.EVIDENCE_SAYS_OTHERWISE);
        }
        return ModeJudgement.of(shown.map(one -> applied(sound.normal(), one)).orElseGet(sound::normal));
    }

    /** What follows when the owner knows no state of the tenant. */
    KnownMode unowned() {
        KnownMode sound = known.withReplay(soundReplay());
        return isProven(sound) ? sound : sound.normal();
    }

    /** The replay state that others may begin with: of the tenant's domain, and never ahead of the clock. */
    private ReplayState soundReplay() {
        boolean ofDomain = known.domain() == null || rules.isFor(known.domain());
        Long lastT = known.replay().lastT();
        if (ofDomain && (lastT == null || lastT <= now + tolerance)) {
            return known.replay();
        }
        return known.evidence()
                .filter(evidence -> rules.isFor(known.domain()))
                .map(evidence -> evaluate(evidence, ReplayState.EMPTY).verdict())
                .map(verdict -> ReplayState.EMPTY.after(verdict, now))
                .orElse(ReplayState.EMPTY);
    }

    private Evaluation evaluate(Rrset evidence, ReplayState replay) {
        return judge.judge(rules, evidence, replay, now, tolerance);
    }

    private Optional<Shown> shown(DrStateChanged state) {
        return EvidenceJudge.read(state.evidence())
                .map(evidence -> new Shown(evidence, evaluate(evidence, soundReplay())));
    }

    /** As the evidence has it; what it does not say stays. */
    private KnownMode applied(KnownMode from, Shown shown) {
        Verdict verdict = shown.verdict();
        if (!shown.saysTheMode()) {
            return from;
        }
        boolean applies = verdict instanceof Verdict.Apply;
        return new KnownMode(
                from.sequence(),
                applies ? verdict.activation().orElseThrow().mode() : Mode.NORMAL,
                applies ? verdict.activation().orElseThrow().x() : null,
                rules.domain(),
                soundReplay().after(verdict, now),
                Optional.of(shown.evidence()));
    }

    /** The owner's word ends a mode that no evidence shows, or that may end without any. */
    private boolean mayEndByWord(KnownMode sound, ReplayView owners) {
        boolean another = owners != null
                && owners.lastIdentity() != null
                && !Objects.equals(owners.lastIdentity(), sound.replay().lastIdentity());
        return !rules.hasKey() || rules.absence().offAfter().isPresent() || another || !isProven(sound);
    }

    /** Whether the evidence that is kept shows this mode, and it is not NORMAL. */
    private boolean isProven(KnownMode mode) {
        Mode now = mode.modeAt(this.now);
        return now != Mode.NORMAL
                && mode.evidence()
                        .filter(evidence -> rules.isFor(mode.domain()))
                        .map(evidence -> evaluate(evidence, mode.replay()).verdict())
                        .filter(Verdict.Apply.class::isInstance)
                        .flatMap(Verdict::activation)
                        .filter(activation -> activation.mode() == now)
                        .isPresent();
    }

    private static Optional<Mode> mode(DrStateChanged state) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(state.mode()))
                .findFirst();
    }
}
