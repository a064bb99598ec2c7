package io.breakwater.controller.convergence;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import java.time.Instant;
import java.util.UUID;

/** An agent that speaks: each status has the next sequence. For one thread. */
final class AgentStatuses {
    final String agentId = UUID.randomUUID().toString();
    private final String customerId;
    private String bootId = UUID.randomUUID().toString();
    private Instant bootedAt = Instant.now().minusSeconds(3600);
    private long sequence;

    AgentStatuses(String customerId) {
        this.customerId = customerId;
    }

    /** The same agent, started again at that time. */
    AgentStatuses boot(Instant at) {
        bootId = UUID.randomUUID().toString();
        bootedAt = at;
        sequence = 0;
        return this;
    }

    /** Another process with the same certificate, started at that time. */
    EventEnvelope<AgentStatus> ofOtherProcess(Instant booted, String mode, String identity) {
        return envelope(status("other-process", booted, 1000 + ++sequence, mode, identity));
    }

    EventEnvelope<AgentStatus> says(String mode, String identity) {
        return envelope(status(bootId, bootedAt, ++sequence, mode, identity));
    }

    /** @param key not the agent's id */
    EventEnvelope<AgentStatus> saysUnderKey(String key, String mode) {
        return EventEnvelope.of(
                "/agents/" + agentId, key, Instant.now(), status(bootId, bootedAt, ++sequence, mode, null));
    }

    private EventEnvelope<AgentStatus> envelope(AgentStatus status) {
        return EventEnvelope.of("/agents/" + agentId, agentId, status.at(), status);
    }

    private AgentStatus status(String boot, Instant booted, long number, String mode, String identity) {
        Instant now = Instant.now();
        return new AgentStatus(
                agentId,
                customerId,
                "g1",
                AgentKind.APP_CONNECTOR,
                "connector-" + agentId.substring(0, 4),
                boot,
                booted,
                number,
                true,
                mode,
                mode,
                identity,
                now,
                "config-2026-11-20-09-15-02-417",
                3L,
                "0.1.0",
                now.plusSeconds(7_776_000),
                0.4,
                1,
                null,
                null,
                new AgentStatus.Switch("BUS", identity, mode, now, now),
                now,
                null);
    }
}
