package io.breakwater.controller.settings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code tenant_settings}: the payload as it came. */
@Entity
@Table(name = "tenant_settings")
class TenantSettingsEntity {
    @Id
    @Column(name = "customer_id")
    String customerId;

    long revision;

    String document;

    /** JSON array of what {@link TenantSettings#grounds} ever was by config-service's own word. */
    String grounds;
}
