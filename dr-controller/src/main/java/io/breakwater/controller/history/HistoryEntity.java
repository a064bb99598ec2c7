package io.breakwater.controller.history;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code dr_history}. */
@Entity
@Table(name = "dr_history")
class HistoryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "customer_id")
    String customerId;

    long sequence;
    Instant at;
    String cause;
    String domain;

    @Column(name = "seen_at")
    Instant seenAt;

    @Column(name = "effective_at")
    Instant effectiveAt;

    String evidence;

    @Column(name = "evidence_digest")
    String evidenceDigest;

    String answers;
    String verdict;
    String reason;
    String warnings;

    @Column(name = "key_fingerprint")
    String keyFingerprint;

    String identity;
    Long starts;
    Long ends;

    @Column(name = "before_state")
    String beforeState;

    @Column(name = "before_mode")
    String beforeMode;

    @Column(name = "after_state")
    String afterState;

    @Column(name = "after_mode")
    String afterMode;
}
