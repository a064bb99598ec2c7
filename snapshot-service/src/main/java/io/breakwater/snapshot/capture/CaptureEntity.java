package io.breakwater.snapshot.capture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "tenant_capture")
class CaptureEntity {
    @Id
    @Column(name = "customer_id")
    String customerId;

    /** Grows with each request, so that an attempt can tell whether one came while it worked. */
    @Column(name = "marks", nullable = false)
    long marks;

    /** The first request that no capture has served, or null. */
    @Column(name = "marked_since")
    Instant markedSince;

    @Column(name = "marked_at", nullable = false)
    Instant markedAt;

    /** The newest revision that an event told of. */
    @Column(name = "told_revision", nullable = false)
    long toldRevision;

    @Column(name = "captured_revision", nullable = false)
    long capturedRevision;

    @Column(name = "captured_at")
    Instant capturedAt;

    @Column(name = "outcome")
    String outcome;

    @Column(name = "detail")
    String detail;

    @Column(name = "attempted_at")
    Instant attemptedAt;

    @Column(name = "failures", nullable = false)
    int failures;

    @Column(name = "retry_at")
    Instant retryAt;

    @Column(name = "claimed_until")
    Instant claimedUntil;

    /** Digest of the event keys that the published indexes tell, or null. */
    @Column(name = "keys_digest")
    String keysDigest;
}
