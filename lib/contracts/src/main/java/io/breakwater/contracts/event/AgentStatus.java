package io.breakwater.contracts.event;

import java.time.Instant;

/**
 * What an agent says of itself: at its start, at each change and as a heartbeat. The acknowledgement of an activation is a status with its identity.
 *
 * @param bootId random, new with each start of the process; tells two agents with one certificate apart
 * @param sequence grows by one with each status of a boot
 * @param designated whether its group is designated for DR: others stay in {@code NORMAL} whatever the record says
 * @param mode what it serves in: {@code NORMAL}, {@code TEST} or {@code ACTIVE}
 * @param tenantMode what the record means for the tenant, by its own evaluation
 * @param identity of the activation it last evaluated as applied, or null
 * @param snapshot name of the installed configuration snapshot, or null
 * @param diskUsed fraction of its disk that is used, 0 to 1
 * @param lastError for people, or null
 * @param lastSwitch how it came into its mode, or null when it never switched
 * @param drLookup its own last look at the DR domain, or null before the first one, without a DR domain and from versions before
 */
public record AgentStatus(
        String agentId,
        String customerId,
        String groupId,
        AgentKind kind,
        String name,
        String bootId,
        Instant bootedAt,
        long sequence,
        boolean designated,
        String mode,
        String tenantMode,
        String identity,
        Instant modeSince,
        String snapshot,
        Long snapshotSequence,
        String version,
        Instant certificateNotAfter,
        Double diskUsed,
        long restarts,
        String heldReason,
        String lastError,
        Switch lastSwitch,
        Instant at,
        DrLookup drLookup) {
    public AgentStatus {
        Present.require("agentId", agentId);
        Present.require("customerId", customerId);
        Present.require("groupId", groupId);
        Present.require("kind", kind);
        Present.require("bootId", bootId);
        Present.require("bootedAt", bootedAt);
        Present.require("mode", mode);
        Present.require("tenantMode", tenantMode);
        Present.require("at", at);
        Bounded.text("agentId", agentId, 64);
        Bounded.text("customerId", customerId, 64);
        Bounded.text("groupId", groupId, 64);
        Bounded.text("name", name, 512);
        Bounded.text("bootId", bootId, 128);
        Bounded.text("identity", identity, 128);
        Bounded.text("snapshot", snapshot, 256);
        Bounded.text("version", version, 128);
    }

    /**
     * @param source what brought the evidence: {@code BUS}, {@code DNS}, {@code FILE}, {@code TIMER} or {@code RESUME}
     * @param evidenceAt when the evidence was there
     * @param doneAt when the service was up again in the new mode
     */
    public record Switch(String source, String identity, String mode, Instant evidenceAt, Instant doneAt) {}

    /**
     * What the agent's own look at its DR domain ended with, whatever the bus brings: an agent that cannot look is not ready for DR.
     *
     * @param outcome {@code FOUND}, {@code ABSENT} or {@code UNAVAILABLE}
     * @param detail for people, why it is unavailable, else null
     */
    public record DrLookup(String outcome, Instant at, String detail) {
        public DrLookup {
            Present.require("drLookup.outcome", outcome);
            Present.require("drLookup.at", at);
        }
    }
}
