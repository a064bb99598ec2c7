package io.breakwater.snapshot.mode;

import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import java.util.Optional;

/**
 * What is kept of a tenant's mode.
 *
 * @param sequence of dr-controller's state that was taken last
 * @param until epoch second, the last one of the mode; null: it has no end
 * @param domain that evidence and replay state are of, or null
 * @param replay from evidence that was judged here
 * @param evidence that was judged last and said something
 */
record KnownMode(long sequence, Mode mode, Long until, String domain, ReplayState replay, Optional<Rrset> evidence) {

    /** Nothing was ever told. */
    static final KnownMode INITIAL = new KnownMode(0, Mode.NORMAL, null, null, ReplayState.EMPTY, Optional.empty());

    /** The mode now: at its end it is over by the clock alone. */
    Mode modeAt(long now) {
        return until != null && until < now ? Mode.NORMAL : mode;
    }

    /** The same without a mode that is over. */
    KnownMode at(long now) {
        return modeAt(now) == mode ? this : new KnownMode(sequence, Mode.NORMAL, null, domain, replay, evidence);
    }

    KnownMode withSequence(long other) {
        return new KnownMode(other, mode, until, domain, replay, evidence);
    }

    KnownMode withReplay(ReplayState other) {
        return new KnownMode(sequence, mode, until, domain, other, evidence);
    }

    /** The same in mode NORMAL, with nothing that shows another one. */
    KnownMode normal() {
        return new KnownMode(sequence, Mode.NORMAL, null, domain, replay, Optional.empty());
    }
}
