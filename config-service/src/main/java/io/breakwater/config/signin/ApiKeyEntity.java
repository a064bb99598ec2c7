package io.breakwater.config.signin;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A tenant's API key. The id is its client id. */
@Entity
@Table(name = "api_key")
public class ApiKeyEntity extends PanacheEntityBase {
    @Id
    public Long id;

    public Long customerId;
    public String name;
    public String role;
    public Boolean enabled;

    /** Lower-case hex. */
    public String secretSha256;

    public Instant creationTime;
}
