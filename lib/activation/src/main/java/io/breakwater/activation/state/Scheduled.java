package io.breakwater.activation.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import java.util.Optional;

/** Mode NORMAL, and a valid activation starts later. */
public record Scheduled(
        long sinceMillis,
        Upcoming next,
        Optional<Activation> activation,
        Optional<Evidence> evidence,
        Optional<Held> held)
        implements DrState {

    @Override
    public Mode mode() {
        return Mode.NORMAL;
    }

    @Override
    public Optional<Upcoming> upcoming() {
        return Optional.of(next);
    }
}
