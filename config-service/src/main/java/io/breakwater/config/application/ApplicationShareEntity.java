package io.breakwater.config.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That an application segment is shared with a microtenant. Read only: rows are written by {@link SegmentSharing}. */
@Entity
@Table(name = "application_share")
@IdClass(ApplicationShareEntity.Key.class)
public class ApplicationShareEntity {
    public Long customerId;

    @Id
    public Long applicationId;

    @Id
    public Long microtenantId;

    /** What tells one from another. */
    public record Key(Long applicationId, Long microtenantId) implements Serializable {}
}
