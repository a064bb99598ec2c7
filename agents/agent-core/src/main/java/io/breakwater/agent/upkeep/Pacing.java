package io.breakwater.agent.upkeep;

import io.breakwater.activation.Mode;
import io.breakwater.agent.mode.ModeKeeper;
import io.breakwater.agent.pace.Backoff;
import java.time.Duration;

/** How fast the upkeep goes: back-off after failures, a pause after successes, nothing outside NORMAL. For one thread. */
public final class Pacing {
    private final ModeKeeper keeper;
    private final Backoff backoff;
    private final Duration pause;

    public Pacing(ModeKeeper keeper, Backoff backoff, Duration pause) {
        this.keeper = keeper;
        this.backoff = backoff;
        this.pause = pause;
    }

    boolean isNormal() {
        return keeper.view().mode() == Mode.NORMAL;
    }

    Duration succeeded() {
        backoff.reset();
        return pause;
    }

    Duration failed() {
        return backoff.next();
    }
}
