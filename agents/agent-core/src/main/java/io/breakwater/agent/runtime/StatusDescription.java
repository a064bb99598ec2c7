package io.breakwater.agent.runtime;

import io.breakwater.activation.state.Held;
import io.breakwater.agent.RunningAgent;
import io.breakwater.agent.centre.Boot;
import io.breakwater.agent.identity.AgentIdentity;
import io.breakwater.agent.identity.Enrolment;
import io.breakwater.agent.mode.ModeView;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.snapshot.DiskSpace;
import io.breakwater.agent.trust.Trust;
import io.breakwater.contracts.event.AgentStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Puts the agent's status into words for the bus. */
final class StatusDescription {
    private final RunningAgent parts;
    private final DiskSpace space;
    private final Boot boot;
    private final String name;
    private final String version;

    StatusDescription(RunningAgent parts, DiskSpace space, Boot boot, String name, String version) {
        this.parts = parts;
        this.space = space;
        this.boot = boot;
        this.name = name;
        this.version = version;
    }

    /** Empty while the agent has no identity. */
    Optional<AgentStatus> describe(long sequence, Instant now) {
        return parts.identity().identity().map(identity -> describe(identity, sequence, now));
    }

    private AgentStatus describe(AgentIdentity identity, long sequence, Instant now) {
        Enrolment enrolment = identity.enrolment();
        ModeView mode = parts.keeper().view();
        Optional<Generation> running = parts.service().running();
        OptionalDouble used = space.used();
        return new AgentStatus(
                enrolment.agentId(),
                enrolment.customerId(),
                enrolment.groupId(),
                enrolment.groupKind(),
                name,
                boot.id(),
                boot.at(),
                sequence,
                parts.trust().trust().map(Trust::designated).orElse(false),
                mode.mode().name(),
                mode.tenantMode().name(),
                mode.identity(),
                mode.since(),
                running.map(Generation::snapshot).orElse(null),
                running.map(Generation::snapshotSequence).orElse(null),
                version,
                identity.certificate().getNotAfter().toInstant(),
                used.isPresent() ? used.getAsDouble() : null,
                mode.switches(),
                mode.held().map(Held::reason).map(Enum::name).orElse(null),
                parts.troubles().latest().orElse(null),
                mode.lastSwitch(),
                now,
                parts.look().last().orElse(null));
    }
}
