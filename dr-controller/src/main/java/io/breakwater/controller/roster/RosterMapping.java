package io.breakwater.controller.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.contracts.config.AgentCredential.AgentKey;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.EventCodec;
import java.io.UncheckedIOException;
import java.util.List;

/** Between rows and agents. Stateless. */
final class RosterMapping {
    private static final TypeReference<List<AgentKey>> KEYS = new TypeReference<>() {};

    private RosterMapping() {}

    static AgentCredential read(RosterEntity row) {
        try {
            return new AgentCredential(
                    row.agentId,
                    row.customerId,
                    row.groupId,
                    row.kind == null ? null : AgentKind.valueOf(row.kind),
                    row.name,
                    row.enabled,
                    row.designated,
                    EventCodec.mapper().readValue(row.keys, KEYS));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(AgentCredential agent, RosterEntity row) {
        row.agentId = agent.agentId();
        row.customerId = agent.customerId();
        row.groupId = agent.groupId();
        row.kind = agent.kind() == null ? null : agent.kind().name();
        row.name = agent.name();
        row.enabled = agent.enabled();
        row.designated = agent.designated();
        try {
            row.keys = EventCodec.mapper().writeValueAsString(agent.keys());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
