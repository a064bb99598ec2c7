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

    /** A tenant that did not name a domain of its people gets one that nobody else can have. */
    static CustomerEntity of(CreateCustomerRequest request, long id, Instant now) {
        CustomerEntity customer = new CustomerEntity();
        customer.id = id;
        customer.name = request.name();
        customer.authDomains = request.authDomains().isEmpty()
                ? new String[] {id + ".breakwater.internal"}
                : request.authDomains().toArray(String[]::new);
        customer.revision = 1L;
        customer.creationTime = now;
        return customer;
    }
}
