package io.breakwater.controller.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.ReplayState;
import io.breakwater.activation.state.Transition;
import io.breakwater.activation.state.Upcoming;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a record that comes and goes every second from being a change of state every second. Only changes that switch nothing are kept
 * back, and only until the window is over: then what was seen last is judged again. Immutable.
 *
 * @param told when such a change was told last, or null
 * @param suppressed how many were kept back in all
 * @param pending whether what was seen last is not told yet
 */
record Damping(Instant told, long suppressed, boolean pending) {
    static final Damping NONE = new Damping(null, 0, false);

    /** Whether the transition leaves mode, activation, replay state and what starts soon as they are. */
    static boolean isMinor(Transition transition, ReplayState before, Instant now, Duration window) {
        return !transition.modeChanged()
                && transition.replay().equals(before)
                && identity(transition.before().activation())
                        .equals(identity(transition.after().activation()))
                && (transition.before().upcoming().equals(transition.after().upcoming())
                        || isFar(transition.before().upcoming(), now, window)
                                && isFar(transition.after().upcoming(), now, window));
    }

    /** Whether the next one has to wait. */
    boolean isEarly(Instant now, Duration window) {
        return told != null && now.isBefore(told.plus(window)) && !now.isBefore(told);
    }

    /** When what was kept back is judged again. */
    Instant due(Duration window) {
        return told.plus(window);
    }

    Damping keptBack() {
        return new Damping(told, suppressed + 1, true);
    }

    Damping toldAt(Instant now) {
        return new Damping(now, suppressed, false);
    }

    /** What was seen last is what was told. */
    Damping settled() {
        return pending ? new Damping(told, suppressed, false) : this;
    }

    private static Optional<String> identity(Optional<Activation> activation) {
        return activation.map(Activation::identity);
    }

    private static boolean isFar(Optional<Upcoming> upcoming, Instant now, Duration window) {
        long soon = now.plus(window.multipliedBy(2)).getEpochSecond();
        return upcoming.filter(one -> one.activation().t() <= soon).isEmpty();
    }
}
