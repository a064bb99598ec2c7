package io.breakwater.controller.convergence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code agent}. */
@Entity
@Table(name = "agent")
class AgentEntity {
    @Id
    @Column(name = "agent_id")
    String agentId;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "group_id")
    String groupId;

    String kind;
    String name;

    @Column(name = "boot_id")
    String bootId;

    @Column(name = "booted_at")
    Instant bootedAt;

    long sequence;
    boolean designated;
    String mode;

    @Column(name = "tenant_mode")
    String tenantMode;

    String identity;

    @Column(name = "mode_since")
    Instant modeSince;

    String snapshot;

    @Column(name = "snapshot_sequence")
    Long snapshotSequence;

    String version;

    @Column(name = "certificate_not_after")
    Instant certificateNotAfter;

    @Column(name = "disk_used")
    Double diskUsed;

    long restarts;

    @Column(name = "held_reason")
    String heldReason;

    @Column(name = "last_error")
    String lastError;

    @Column(name = "last_switch")
    String lastSwitch;

    @Column(name = "dr_lookup")
    String drLookup;

    @Column(name = "reported_at")
    Instant reportedAt;

    @Column(name = "last_seen")
    Instant lastSeen;

    @Column(name = "superseded_seen")
    Instant supersededSeen;

    @Column(name = "superseded_count")
    long supersededCount;

    BootFence.Position position() {
        return new BootFence.Position(bootId, bootedAt, sequence, reportedAt);
    }
}
