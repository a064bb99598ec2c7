package io.breakwater.config.drsettings;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A public key that may sign a tenant's record. */
@Entity
@Table(name = "dr_public_key")
public class DrPublicKeyEntity extends PanacheEntityBase {
    @Id
    public Long id;

    public Long customerId;
    public String fingerprint;
    public String pem;
    public Instant creationTime;
}
