package io.breakwater.activation.state;

import io.breakwater.activation.Activation;
import java.util.Objects;

/**
 * A valid activation that has not started.
 *
 * @param activation its t is never null
 * @param evidence what it was read from, to be judged again at t
 */
public record Upcoming(Activation activation, Evidence evidence) {

    public Upcoming {
        Objects.requireNonNull(activation.t(), "t");
        Objects.requireNonNull(evidence, "evidence");
    }
}
