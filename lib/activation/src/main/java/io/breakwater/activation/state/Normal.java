package io.breakwater.activation.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import java.util.Optional;

/** Mode NORMAL, and nothing is announced. An activation, when there is one, says {@code off}. */
public record Normal(
        long sinceMillis, Optional<Activation> activation, Optional<Evidence> evidence, Optional<Held> held)
        implements DrState {

    @Override
    public Mode mode() {
        return Mode.NORMAL;
    }

    @Override
    public Optional<Upcoming> upcoming() {
        return Optional.empty();
    }
}
