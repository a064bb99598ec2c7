package io.breakwater.activation.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import java.util.Optional;

/** Mode ACTIVE: designated agents have cut the centre off. */
public record Active(
        long sinceMillis, Activation inForce, Evidence readFrom, Optional<Upcoming> upcoming, Optional<Held> held)
        implements DrState {

    @Override
    public Mode mode() {
        return Mode.ACTIVE;
    }

    @Override
    public Optional<Activation> activation() {
        return Optional.of(inForce);
    }

    @Override
    public Optional<Evidence> evidence() {
        return Optional.of(readFrom);
    }
}
