package io.breakwater.snapshot.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "snapshot_piece")
class SnapshotPieceEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    Long id;

    @Column(name = "file_id", nullable = false)
    long fileId;

    @Column(name = "place", nullable = false)
    int place;

    @Column(name = "octets", nullable = false)
    byte[] octets;
}
