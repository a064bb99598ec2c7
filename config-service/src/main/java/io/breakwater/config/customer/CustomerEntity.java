package io.breakwater.config.customer;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A tenant. */
@Entity
@Table(name = "customer")
public class CustomerEntity extends PanacheEntityBase {
    @Id
    public Long id;

    public String name;
    public String[] authDomains;

    /** Grows by one with each write of the tenant's configuration. */
    public Long revision;

    public Instant creationTime;
}
