package io.breakwater.agent.upkeep;

import io.breakwater.agent.centre.CentreFailure;
import io.breakwater.agent.words.Words;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * How the agent stands with the centre, for people and for what started it. The upkeep loop sets it; any thread reads it.
 */
public final class CentreContact {
    private final Clock clock;
    private volatile State state;

    public CentreContact(Clock clock) {
        this.clock = clock;
        this.state = new State(Outcome.NOT_TRIED, false, clock.instant(), null);
    }

    /** How the last round ended. */
    public enum Outcome {
        /** No round is over yet. */
        NOT_TRIED,
        /** The centre gave what it was asked for. */
        REACHED,
        /** Nobody there, no answer in time, or one that cannot be read. */
        UNREACHABLE,
        /** The centre answered, but not with what it was asked for. */
        FAILED,
        /** The centre knows this agent not, or not any more, or refuses its provisioning key. */
        REFUSED,
        /** A newer process uses this agent's certificate. */
        SUPERSEDED,
        /** The agent is in ACTIVE and cut off on purpose. */
        CUT_OFF
    }

    /**
     * @param enrolling whether it was about an enrolment
     * @param since when it became so
     * @param detail for people, or null
     */
    public record State(Outcome outcome, boolean enrolling, Instant since, String detail) {}

    public State state() {
        return state;
    }

    /** The refusal that holds: no waiting mends it, a person has to. */
    public Optional<State> refusal() {
        return Optional.of(state)
                .filter(now -> now.outcome() == Outcome.REFUSED || now.outcome() == Outcome.SUPERSEDED);
    }

    void reached() {
        set(Outcome.REACHED, false, null);
    }

    void failed(CentreFailure failure, boolean enrolling) {
        set(outcome(failure.kind(), enrolling), enrolling, Words.of(failure));
    }

    private void set(Outcome outcome, boolean enrolling, String detail) {
        State before = state;
        boolean same = before.outcome() == outcome && before.enrolling() == enrolling;
        state = new State(outcome, enrolling, same ? before.since() : clock.instant(), detail);
    }

    private static Outcome outcome(CentreFailure.Kind kind, boolean enrolling) {
        return switch (kind) {
            case UNREACHABLE, UNREADABLE -> Outcome.UNREACHABLE;
            case REFUSED -> enrolling ? Outcome.REFUSED : Outcome.FAILED;
            case UNAUTHORIZED, FORBIDDEN -> Outcome.REFUSED;
            case SUPERSEDED -> Outcome.SUPERSEDED;
            case CUT_OFF -> Outcome.CUT_OFF;
        };
    }
}
