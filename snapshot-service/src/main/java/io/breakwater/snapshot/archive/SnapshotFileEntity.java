package io.breakwater.snapshot.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "snapshot_file")
class SnapshotFileEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    Long id;

    @Column(name = "snapshot_id", nullable = false)
    long snapshotId;

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "size", nullable = false)
    long size;

    @Column(name = "digest", nullable = false)
    String digest;
}
