package io.breakwater.controller.state;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code dr_state}; {@link StateMapping} reads and writes it. */
@Entity
@Table(name = "dr_state")
class DrStateEntity {
    @Id
    @Column(name = "customer_id")
    String customerId;

    long sequence;
    String mode;

    @Column(name = "since_millis")
    long sinceMillis;

    String activation;
    String evidence;
    String upcoming;

    @Column(name = "held_reason")
    String heldReason;

    @Column(name = "held_since")
    Long heldSince;

    String replays;
    String observed;

    @Column(name = "denied_since")
    Instant deniedSince;

    @Column(name = "denied_last")
    Instant deniedLast;

    @Column(name = "denied_heard_since")
    Instant deniedHeardSince;

    @Column(name = "denied_heard_last")
    Instant deniedHeardLast;

    @Column(name = "denied_looks")
    int deniedLooks;

    @Column(name = "next_timer")
    Instant nextTimer;

    String proof;

    @Column(name = "minor_told")
    Instant minorTold;

    @Column(name = "minor_suppressed")
    long minorSuppressed;

    @Column(name = "minor_pending")
    boolean minorPending;
}
