package io.breakwater.snapshot.index;

import io.breakwater.snapshot.signing.SignedDocument;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "group_index")
class GroupIndexEntity {
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

    @Column(name = "designated", nullable = false)
    boolean designated;

    @Column(name = "sequence", nullable = false)
    long sequence;

    @Column(name = "content_digest", nullable = false)
    String contentDigest;

    @Column(name = "document", nullable = false)
    byte[] document;

    @Column(name = "digest", nullable = false)
    String digest;

    @Column(name = "signature", nullable = false)
    String signature;

    @Column(name = "issued_at", nullable = false)
    Instant issuedAt;

    SignedDocument signed() {
        return new SignedDocument(document, digest, signature);
    }
}
