package io.breakwater.snapshot.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.UncheckedIOException;
import java.time.Instant;

@Entity
@Table(name = "tenant_settings")
class TenantSettingsEntity {
    @Id
    @Column(name = "customer_id")
    String customerId;

    @Column(name = "settings", nullable = false)
    String settings;

    @Column(name = "changed_at", nullable = false)
    Instant changedAt;

    DrSettings read() {
        try {
            return EventCodec.mapper().readValue(settings, DrSettings.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the stored settings of a tenant are not readable", e);
        }
    }
}
