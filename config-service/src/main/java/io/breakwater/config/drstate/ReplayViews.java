package io.breakwater.config.drstate;

import io.breakwater.activation.ReplayState;
import io.breakwater.contracts.event.ReplayView;
import java.util.Map;
import java.util.Objects;

/** Replay states as they travel. Pure. */
final class ReplayViews {
    private ReplayViews() {}

    /** Null before the first activation. */
    static ReplayView view(ReplayState state) {
        return state.equals(ReplayState.EMPTY)
                ? null
                : new ReplayView(state.lastT(), state.lastIdentity(), state.lastX(), state.superseded());
    }

    static ReplayState state(ReplayView view) {
        return new ReplayState(
                view.lastT(),
                view.lastIdentity(),
                view.lastX(),
                Objects.requireNonNullElse(view.superseded(), Map.of()));
    }
}
