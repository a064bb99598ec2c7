package io.breakwater.controller.convergence;

import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.contracts.config.AgentCredential.AgentKey;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.controller.StubConfigService;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An agent that speaks: each status has the next sequence. For one thread. */
final class AgentStatuses {
    final String agentId = UUID.randomUUID().toString();
    private final String customerId;
    private String bootId = UUID.randomUUID().toString();
    private Instant bootedAt = Instant.now().minusSeconds(3600);
    private long sequence;
    private AgentStatus.DrLookup look;

    /** One that config-service names, enabled and in a designated group. */
    AgentStatuses(String customerId) {
        this(customerId, true, true);
    }

    AgentStatuses(String customerId, boolean enabled, boolean designated) {
        this.customerId = customerId;
        AgentKey key = new AgentKey(
                TestEventKeys.agentKeyId(),
                TestEventKeys.agentPem(),
                Instant.now().plusSeconds(7_776_000));
        StubConfigService.knows(new AgentCredential(
                agentId,
                customerId,
                "g1",
                AgentKind.APP_CONNECTOR,
                "connector-" + agentId.substring(0, 4),
                enabled,
                designated,
                List.of(key)));
    }

    /** It says from now on that its own look at the DR domain ended so. */
    AgentStatuses looked(String outcome, String detail) {
        look = new AgentStatus.DrLookup(outcome, Instant.now(), detail);
        return this;
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
                look);
    }
}
