package io.breakwater.config.drstate;

import io.breakwater.activation.Mode;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.Rrset;
import java.util.Optional;

/**
 * What is kept of a tenant's DR state.
 *
 * @param sequence of dr-controller's state that was taken last
 * @param until epoch second, the last one of the mode; null: it has no end
 * @param domain that evidence and replay state are of, or null
 * @param replay from evidence that was judged
 * @param evidence that was judged last and says something now or later
 * @param nextChange epoch second from which the evidence says something else, or null
 */
record StoredState(
        long sequence,
        Mode mode,
        Long until,
        String domain,
        ReplayState replay,
        Optional<Rrset> evidence,
        Long nextChange) {

    /** Nothing was applied yet. */
    static final StoredState INITIAL =
            new StoredState(0, Mode.NORMAL, null, null, ReplayState.EMPTY, Optional.empty(), null);

    /** The mode now: at its end it is over by the clock alone. */
    Mode modeAt(long now) {
        return until != null && until < now ? Mode.NORMAL : mode;
    }

    StoredState withSequence(long other) {
        return new StoredState(other, mode, until, domain, replay, evidence, nextChange);
    }

    StoredState withReplay(ReplayState other) {
        return new StoredState(sequence, mode, until, domain, other, evidence, nextChange);
    }

    StoredState withNextChange(Long other) {
        return new StoredState(sequence, mode, until, domain, replay, evidence, other);
    }

    /** The same in mode NORMAL, with nothing that shows another one. */
    StoredState normal() {
        return new StoredState(sequence, Mode.NORMAL, null, domain, replay, Optional.empty(), null);
    }
}
