package io.breakwater.controller.convergence;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.events.PoisonEventException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** From an agent's status to its row. Stateless. */
final class StatusMapping {
    private StatusMapping() {}

    /** @throws PoisonEventException when the status cannot be an agent's */
    static void check(EventEnvelope<AgentStatus> event) {
        AgentStatus status = event.data();
        if (status.agentId() == null || !status.agentId().equals(event.key())) {
            throw new PoisonEventException("the status' agentId is not its key");
        }
        if (status.customerId() == null
                || status.bootId() == null
                || status.bootedAt() == null
                || status.at() == null) {
            throw new PoisonEventException("a status has a customerId, a bootId, a bootedAt and an at");
        }
        if (!isMode(status.mode()) || !isMode(status.tenantMode())) {
            throw new PoisonEventException("the status' mode is none that we know");
        }
    }

    static BootFence.Position position(AgentStatus status) {
        return new BootFence.Position(status.bootId(), status.bootedAt(), status.sequence(), status.at());
    }

    static void write(AgentStatus status, AgentEntity row, Instant now) {
        row.agentId = status.agentId();
        row.customerId = status.customerId();
        row.groupId = status.groupId();
        row.kind = status.kind() == null ? null : status.kind().name();
        row.name = status.name();
        row.bootId = status.bootId();
        row.bootedAt = status.bootedAt();
        row.sequence = status.sequence();
        row.designated = status.designated();
        row.mode = status.mode();
        row.tenantMode = status.tenantMode();
        row.identity = status.identity();
        row.modeSince = status.modeSince();
        row.snapshot = status.snapshot();
        row.snapshotSequence = status.snapshotSequence();
        row.version = status.version();
        row.certificateNotAfter = status.certificateNotAfter();
        row.diskUsed = status.diskUsed();
        row.restarts = status.restarts();
        row.heldReason = status.heldReason();
        row.lastError = status.lastError();
        row.lastSwitch = status.lastSwitch() == null ? null : json(status.lastSwitch());
        row.drLookup = status.drLookup() == null ? null : json(status.drLookup());
        row.reportedAt = status.at();
        row.lastSeen = now;
    }

    /** The first word on an activation. An agent's clock that runs ahead counts as ours. */
    static AcknowledgementEntity acknowledgement(AgentStatus status, Instant now) {
        AcknowledgementEntity row = new AcknowledgementEntity();
        row.customerId = status.customerId();
        row.agentId = status.agentId();
        row.identity = status.identity();
        row.tenantMode = status.tenantMode();
        row.acknowledgedAt = status.at().isAfter(now) ? now : status.at();
        return row;
    }

    static AgentStatus.Switch lastSwitch(AgentEntity row) {
        return read(row.lastSwitch, AgentStatus.Switch.class);
    }

    static AgentStatus.DrLookup drLookup(AgentEntity row) {
        return read(row.drLookup, AgentStatus.DrLookup.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return json == null ? null : EventCodec.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMode(String name) {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String json(Object value) {
        try {
            return EventCodec.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
