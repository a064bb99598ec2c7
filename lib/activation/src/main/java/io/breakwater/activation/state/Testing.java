package io.breakwater.activation.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import java.util.Optional;

/** Mode TEST: designated agents serve the test group. */
public record Testing(
        long sinceMillis, Activation inForce, Evidence readFrom, Optional<Upcoming> upcoming, Optional<Held> held)
        implements DrState {

    @Override
    public Mode mode() {
        return Mode.TEST;
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
