package io.breakwater.activation.state;

import io.breakwater.activation.ReplayState;
import java.time.Instant;

/**
 * One step of the state machine. Nothing has happened yet: whoever asked stores {@code after} and {@code replay} in one transaction or one
 * durable write, and then acts.
 *
 * @param replay the replay state that belongs to {@code after}
 * @param modeChanged whether the mode of {@code after} is another one
 * @param changed whether there is anything to store
 * @param nextTimer earliest instant at which {@link DrStateMachine#onTimer} has something to decide, or null; one in the past means at once
 */
public record Transition(
        DrState before, DrState after, ReplayState replay, boolean modeChanged, boolean changed, Instant nextTimer) {}
