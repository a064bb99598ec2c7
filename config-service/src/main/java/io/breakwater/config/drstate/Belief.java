package io.breakwater.config.drstate;

import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import io.breakwater.activation.Verdict;
import io.breakwater.contracts.event.DrStateChanged;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is believed of a tenant's DR state (I2): the mode is what the evidence gives, judged here with this service's own settings, clock
 * and replay state. What no evidence shows is not taken from an event; its owner is asked, and the answer is held against the evidence
 * too. So whatever an event or a poisoned row says, the owner's next answer or the next record leads out of it (I10).
 *
 * <p>Pure. Made for one judgement.
 *
 * @param tolerance seconds that the services' clocks may lie apart
 * @param largestJump of a sequence
 */
record Belief(Rules rules, StoredState stored, EvidenceJudge judge, long now, long tolerance, long largestJump) {
    /** An answer of the evidence: the records and what they say. */
    private record Shown(Rrset evidence, Evaluation evaluation) {
        Verdict verdict() {
            return evaluation.verdict();
        }
    }

    /** What follows from an event. */
    Judgement told(DrStateChanged state) {
        long step = state.sequence() - stored.sequence();
        if (state.sequence() < 0 || Math.abs(step) > largestJump) {
            return Judgement.doubt(stored, Doubt.SEQUENCE_JUMPS);
        }
        if (step <= 0) {
            return Judgement.of(stored);
        }
        if (!rules.isFor(state.domain())) {
            return Judgement.doubt(stored, Doubt.OTHER_DOMAIN);
        }
        Optional<Shown> shown = rules.hasKey() ? shown(state) : Optional.empty();
        StoredState next = shown.map(one -> applied(stored, one)).orElse(stored).withSequence(state.sequence());
        if (mode(state).equals(Optional.of(next.modeAt(now)))) {
            return Judgement.of(next);
        }
        if (!rules.hasKey()) {
            return Judgement.doubt(stored, Doubt.NO_KEY);
        }
        return shown.filter(one -> one.verdict().activation().isPresent())
                .map(one -> Judgement.doubt(next, Doubt.EVIDENCE_SAYS_OTHERWISE))
                .orElseGet(() -> Judgement.doubt(stored, Doubt.NO_EVIDENCE));
    }

    /** What follows from the owner's answer, whatever its sequence. */
    Judgement owned(DrStateChanged state) {
        StoredState sound = stored.withReplay(soundReplay()).withSequence(state.sequence());
        Optional<Shown> shown = rules.isFor(state.domain()) ? shown(state) : Optional.empty();
        Optional<Mode> told = mode(state);
        if (shown.filter(Belief::saysTheMode).isPresent()) {
            StoredState next = applied(sound, shown.get());
            return told.equals(Optional.of(next.modeAt(now)))
                    ? Judgement.of(next)
                    : Judgement.doubt(next, Doubt.EVIDENCE_SAYS_OTHERWISE);
        }
        if (!told.equals(Optional.of(Mode.NORMAL))) {
            // the word alone begins nothing; what is kept stays, as with every HOLD
            return told.equals(Optional.of(sound.modeAt(now))) && isProven(sound)
                    ? Judgement.of(sound)
                    : Judgement.doubt(sound, Doubt.NO_EVIDENCE);
        }
        if (!mayEndByWord(sound)) {
            return Judgement.doubt(sound, Doubt.EVIDENCE_SAYS_OTHERWISE);
        }
        return Judgement.of(shown.map(one -> applied(sound.normal(), one)).orElseGet(sound::normal));
    }

    /** What the time alone means. */
    Judgement byClock() {
        StoredState ended = stored.modeAt(now) == stored.mode() ? stored : stored.normal();
        Optional<Shown> shown = stored.evidence()
                .filter(evidence -> rules.isFor(stored.domain()))
                .map(evidence -> new Shown(evidence, evaluate(evidence, soundReplay())));
        Long next = shown.map(one -> one.evaluation().nextChange()).orElse(null);
        return Judgement.of(shown.map(one -> applied(ended, one)).orElse(ended).withNextChange(next));
    }

    /** The replay state that others may begin with: never ahead of the clock by more than clocks may lie apart. */
    ReplayState soundReplay() {
        boolean ofDomain = stored.domain() == null || rules.isFor(stored.domain());
        Long lastT = stored.replay().lastT();
        if (ofDomain && (lastT == null || lastT <= now + tolerance)) {
            return stored.replay();
        }
        return stored.evidence()
                .filter(evidence -> rules.isFor(stored.domain()))
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

    private static boolean saysTheMode(Shown shown) {
        return shown.verdict() instanceof Verdict.Apply || shown.verdict() instanceof Verdict.Expired;
    }

    /** As the evidence has it; what it does not say stays. */
    private StoredState applied(StoredState from, Shown shown) {
        Verdict verdict = shown.verdict();
        if (verdict.activation().isEmpty()) {
            return from;
        }
        boolean pending = verdict instanceof Verdict.Pending;
        boolean applies = verdict instanceof Verdict.Apply;
        Mode otherwise = pending ? from.mode() : Mode.NORMAL;
        Long untilOtherwise = pending ? from.until() : null;
        return new StoredState(
                from.sequence(),
                applies ? verdict.activation().get().mode() : otherwise,
                applies ? verdict.activation().get().x() : untilOtherwise,
                rules.domain(),
                soundReplay().after(verdict, now),
                Optional.of(shown.evidence()),
                shown.evaluation().nextChange());
    }

    /** The owner's word ends a mode that no evidence shows, or that may end without any. */
    private boolean mayEndByWord(StoredState sound) {
        return !rules.hasKey() || rules.absence().offAfter().isPresent() || !isProven(sound);
    }

    /** Whether the evidence that is kept shows a mode other than NORMAL, and this one. */
    private boolean isProven(StoredState state) {
        Mode mode = state.modeAt(now);
        return mode != Mode.NORMAL
                && state.evidence()
                        .filter(evidence -> rules.isFor(state.domain()))
                        .map(evidence -> evaluate(evidence, state.replay()).verdict())
                        .filter(Verdict.Apply.class::isInstance)
                        .flatMap(Verdict::activation)
                        .filter(activation -> activation.mode() == mode)
                        .isPresent();
    }

    private static Optional<Mode> mode(DrStateChanged state) {
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.name().equals(state.mode()))
                .findFirst();
    }
}
