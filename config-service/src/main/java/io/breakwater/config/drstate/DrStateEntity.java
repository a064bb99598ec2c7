package io.breakwater.config.drstate;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A tenant's DR state as it was last told. */
@Entity
@Table(name = "dr_state")
public class DrStateEntity extends PanacheEntityBase {
    @Id
    public Long customerId;

    /** Name of an {@link io.breakwater.activation.Mode}. */
    public String mode;

    /** Of dr-controller; an older one never replaces a newer one. */
    public Long sequence;

    /** JSON, or null before the first activation. */
    public String replay;
}
