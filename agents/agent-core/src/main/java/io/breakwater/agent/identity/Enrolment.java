package io.breakwater.agent.identity;

import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.ReplayView;
import java.util.List;

/**
 * What config-service told this agent when it enrolled, as it lies on the agent's disk. The DR settings and the replay state hold until
 * the first signed snapshot index comes.
 *
 * @param snapshotPublicKeys PEM of the Ed25519 keys that may sign snapshots and indexes
 * @param eventKeys by which the events are known that agents listen to; empty: this agent takes nothing from the bus until an index
 *     tells it some
 */
public record Enrolment(
        String agentId,
        String customerId,
        String groupId,
        AgentKind groupKind,
        String groupName,
        boolean designated,
        DrSettings drSettings,
        ReplayView replay,
        List<String> snapshotPublicKeys,
        List<EventKey> eventKeys) {

    public Enrolment {
        snapshotPublicKeys = snapshotPublicKeys == null ? List.of() : List.copyOf(snapshotPublicKeys);
        eventKeys = eventKeys == null ? List.of() : List.copyOf(eventKeys);
    }

    /** Whether it says who the agent is. */
    boolean isWhole() {
        return agentId != null && customerId != null && groupId != null && groupKind != null;
    }
}
