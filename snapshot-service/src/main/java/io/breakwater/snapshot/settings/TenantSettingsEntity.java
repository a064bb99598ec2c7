package io.breakwater.snapshot.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.breakwater.contracts.event.DrSettings;
import io.breakwater.contracts.event.EventCodec;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

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

    /** Empty when they cannot be read: the owner's next answer writes them anew. */
    Optional<DrSettings> read() {
        try {
            return Optional.of(EventCodec.mapper().readValue(settings, DrSettings.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
