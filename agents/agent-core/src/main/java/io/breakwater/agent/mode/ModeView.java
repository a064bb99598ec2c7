package io.breakwater.agent.mode;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.activation.state.DrStateMachine;
import io.breakwater.activation.state.Held;
import io.breakwater.contracts.event.AgentStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * The mode keeper's state for everybody else to read.
 *
 * @param mode what the agent serves in
 * @param tenantMode what the record means for the tenant
 * @param identity of the activation it last evaluated as applied or ended, or null
 * @param since when the own mode became what it is
 * @param t start of the activation in force, epoch seconds, or null
 * @param x its end, epoch seconds, or null
 * @param nextTimer when the clock will have something to decide, or null
 * @param switches how often the own mode changed since the agent was installed
 * @param lastSwitch the last one of this process, or null
 */
public record ModeView(
        Mode mode,
        Mode tenantMode,
        String identity,
        Instant since,
        Long t,
        Long x,
        Instant nextTimer,
        Optional<Held> held,
        long switches,
        AgentStatus.Switch lastSwitch) {

    static ModeView of(ModeState state, AgentStatus.Switch lastSwitch) {
        return new ModeView(
                state.mode(),
                state.tenant().mode(),
                state.identity(),
                Instant.ofEpochMilli(state.modeSinceMillis()),
                state.activation().map(Activation::t).orElse(null),
                state.activation().map(Activation::x).orElse(null),
                DrStateMachine.nextTimer(state.tenant()),
                state.tenant().held(),
                state.switches(),
                lastSwitch);
    }
}
