package io.breakwater.activation.state;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import java.util.Optional;

/**
 * What a tenant's disaster recovery is at: one record type for each state of {@link DrStateMachine}, which alone makes new ones.
 */
public sealed interface DrState permits Normal, Scheduled, Testing, Active {

    /** The state before anything was seen. */
    static DrState initial(long sinceMillis) {
        return new Normal(sinceMillis, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The state for a mode: how a stored one is restored.
     *
     * @throws IllegalArgumentException for TEST and ACTIVE without an activation, and for an activation without evidence
     */
    static DrState of(
            Mode mode,
            long sinceMillis,
            Optional<Activation> activation,
            Optional<Evidence> evidence,
            Optional<Upcoming> upcoming,
            Optional<Held> held) {
        if (activation.isPresent() != evidence.isPresent()) {
            throw new IllegalArgumentException("An activation and its evidence come together");
        }
        if (mode == Mode.NORMAL) {
            return upcoming.<DrState>map(next -> new Scheduled(sinceMillis, next, activation, evidence, held))
                    .orElseGet(() -> new Normal(sinceMillis, activation, evidence, held));
        }
        Activation inForce = activation
                .filter(one -> one.mode() == mode)
                .orElseThrow(() -> new IllegalArgumentException("No activation asks for " + mode));
        return mode == Mode.TEST
                ? new Testing(sinceMillis, inForce, evidence.orElseThrow(), upcoming, held)
                : new Active(sinceMillis, inForce, evidence.orElseThrow(), upcoming, held);
    }

    Mode mode();

    /** Epoch milliseconds since when the mode is what it is. */
    long sinceMillis();

    /** The activation in force; empty when the mode is NORMAL because nothing was published yet, or because the last one ended. */
    Optional<Activation> activation();

    /** What the activation in force was read from. */
    Optional<Evidence> evidence();

    /** A valid activation that starts later. */
    Optional<Upcoming> upcoming();

    /** Present when the last look told nothing and the mode was kept. */
    Optional<Held> held();
}
