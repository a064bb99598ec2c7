package io.breakwater.snapshot.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "snapshot")
class SnapshotEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    Long id;

    @Column(name = "customer_id", nullable = false)
    String customerId;

    @Column(name = "group_id", nullable = false)
    String groupId;

    @Column(name = "kind", nullable = false)
    String kind;

    @Column(name = "sequence", nullable = false)
    long sequence;

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "configuration_revision", nullable = false)
    long configurationRevision;

    @Column(name = "binary_version", nullable = false)
    String binaryVersion;

    @Column(name = "content_digest", nullable = false)
    String contentDigest;

    @Column(name = "manifest", nullable = false)
    byte[] manifest;

    @Column(name = "manifest_digest", nullable = false)
    String manifestDigest;

    @Column(name = "signature", nullable = false)
    String signature;

    @Column(name = "verified_at", nullable = false)
    Instant verifiedAt;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "retired_at")
    Instant retiredAt;
}
