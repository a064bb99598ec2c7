package io.breakwater.activation.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Evaluation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The transitions of a tenant's disaster recovery. Pure: no clock, nothing stored.
 *
 * <pre>
 *                 PENDING                        t reached: APPLY on
 *      Normal ───────────────▶ Scheduled ──────────────────────────▶ Active
 *        ▲ ▲  ◀───────────────     │ t reached: APPLY test            ▲  │
 *        │ │      APPLY off        └──────────────▶ Testing           │  │
 *        │ │                                         │  ▲             │  │
 *        │ │     APPLY off, EXPIRED, x passed        │  │ APPLY test  │  │
 *        │ └─────────────────────────────────────────┘  └─────────────┼──┤
 *        │                                              APPLY on ─────┘  │
 *        │       APPLY off, EXPIRED, x passed                            │
 *        └───────────────────────────────────────────────────────────────┘
 * </pre>
 *
 * <p>From every state APPLY leads to the state of its mode. PENDING keeps the mode and notes what comes. NONE and HOLD keep everything and
 * set {@code held}. The same activation again changes nothing, except that it clears {@code held}; seen in another record set, that
 * becomes the evidence, so that what was announced there and is gone does not start.
 */
public final class DrStateMachine {

    private DrStateMachine() {}

    /**
     * What follows from an observation.
     *
     * @param evaluation of the evidence, with this replay state, at {@code now}
     */
    public static Transition next(
            DrState current, ReplayState replay, Evaluation evaluation, Evidence evidence, Instant now) {
        Verdict verdict = evaluation.verdict();
        DrState after;
        if (verdict instanceof Verdict.Apply apply) {
            after = applied(current, apply.value(), upcoming(evaluation, evidence), evidence, now);
        } else if (verdict instanceof Verdict.Expired) {
            after = normal(current, upcoming(evaluation, evidence), now);
        } else if (verdict instanceof Verdict.Pending pending) {
            after = announced(current, pending.value(), evidence);
        } else {
            after = held(current, verdict.reason(), now);
        }
        return transition(current, after, replay, replay.after(verdict, now.getEpochSecond()));
    }

    /**
     * What follows from the time alone: to be called at {@link Transition#nextTimer} and after a restart. The activation in force ends at
     * x + 1 by the clock, even when no key verifies it any more; what is announced is judged again at its t.
     */
    public static Transition onTimer(DrState current, ReplayState replay, Judge judge, Instant now) {
        long seconds = now.getEpochSecond();
        DrState state = current;
        ReplayState past = replay;
        Optional<Activation> ended = current.activation().filter(inForce -> inForce.endedAt(seconds));
        if (ended.isPresent()) {
            past = past.after(new Verdict.Expired(ended.get()), seconds);
            state = normal(current, current.upcoming(), now);
        }
        Optional<Upcoming> due = state.upcoming().filter(one -> one.activation().startedAt(seconds));
        if (due.isPresent()) {
            Evidence evidence = due.get().evidence();
            Evaluation evaluation = judge.judge(evidence.rrset(), past, seconds);
            Transition started = next(withUpcoming(state, Optional.empty()), past, evaluation, evidence, now);
            state = started.after();
            past = started.replay();
        }
        return transition(current, state, replay, past);
    }

    /** When {@link #onTimer} has something to decide next, or null. */
    public static Instant nextTimer(DrState state) {
        Stream<Long> end = state.activation().map(Activation::x).map(x -> x + 1).stream();
        Stream<Long> start = state.upcoming().map(one -> one.activation().t()).stream();
        return Stream.concat(end, start)
                .min(Long::compare)
                .map(Instant::ofEpochSecond)
                .orElse(null);
    }

    /**
     * What follows when a tenant's absence policy has it that the record was denied for long enough: NORMAL, section 5 of the
     * specification. Whether it was is for the caller to know ({@link io.breakwater.activation.AbsencePolicy#endsMode}).
     */
    public static Transition onLastingAbsence(DrState current, ReplayState replay, Instant now) {
        DrState after = held(normal(current, Optional.empty(), now), Reason.NO_RECORD, now);
        return transition(current, current.mode() == Mode.NORMAL ? current : after, replay, replay);
    }

    private static DrState applied(
            DrState current, Activation activation, Optional<Upcoming> upcoming, Evidence evidence, Instant now) {
        boolean same = current.activation()
                .filter(inForce -> inForce.identity().equals(activation.identity()))
                .isPresent();
        if (same && showsTheSame(current.evidence(), evidence)) {
            return DrState.of(
                    current.mode(),
                    current.sinceMillis(),
                    current.activation(),
                    current.evidence(),
                    kept(current, upcoming),
                    Optional.empty());
        }
        long since = current.mode() == activation.mode() ? current.sinceMillis() : now.toEpochMilli();
        return DrState.of(
                activation.mode(),
                since,
                Optional.of(activation),
                Optional.of(evidence),
                kept(current, upcoming),
                Optional.empty());
    }

    private static DrState normal(DrState current, Optional<Upcoming> upcoming, Instant now) {
        long since = current.mode() == Mode.NORMAL ? current.sinceMillis() : now.toEpochMilli();
        return DrState.of(
                Mode.NORMAL, since, Optional.empty(), Optional.empty(), kept(current, upcoming), Optional.empty());
    }

    private static DrState announced(DrState current, Activation activation, Evidence evidence) {
        boolean inForce = current.activation()
                .filter(one -> one.identity().equals(activation.identity()))
                .isPresent();
        // In force and not started: the clock was set back. What is in force stays.
        Optional<Upcoming> upcoming = inForce ? current.upcoming() : Optional.of(new Upcoming(activation, evidence));
        return DrState.of(
                current.mode(),
                current.sinceMillis(),
                current.activation(),
                current.evidence(),
                kept(current, upcoming),
                Optional.empty());
    }

    private static DrState held(DrState current, Reason reason, Instant now) {
        long since = current.held().map(Held::sinceMillis).orElse(now.toEpochMilli());
        return DrState.of(
                current.mode(),
                current.sinceMillis(),
                current.activation(),
                current.evidence(),
                current.upcoming(),
                Optional.of(new Held(reason, since)));
    }

    private static DrState withUpcoming(DrState state, Optional<Upcoming> upcoming) {
        return DrState.of(
                state.mode(), state.sinceMillis(), state.activation(), state.evidence(), upcoming, state.held());
    }

    private static Optional<Upcoming> upcoming(Evaluation evaluation, Evidence evidence) {
        return evaluation.scheduled().map(activation -> new Upcoming(activation, evidence));
    }

    /** Seeing the same announcement again is no change. */
    private static Optional<Upcoming> kept(DrState current, Optional<Upcoming> upcoming) {
        Optional<Upcoming> known = current.upcoming();
        boolean same = known.isPresent()
                && upcoming.isPresent()
                && known.get().activation().equals(upcoming.get().activation())
                && known.get().evidence().showsTheSameAs(upcoming.get().evidence());
        return same ? known : upcoming;
    }

    private static boolean showsTheSame(Optional<Evidence> known, Evidence evidence) {
        return known.filter(evidence::showsTheSameAs).isPresent();
    }

    private static Transition transition(DrState before, DrState after, ReplayState was, ReplayState is) {
        return new Transition(
                before,
                after,
                is,
                before.mode() != after.mode(),
                !before.equals(after) || !was.equals(is),
                nextTimer(after));
    }
}
