package io.breakwater.config.drsettings;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A tenant's DR settings, but for its keys. */
@Entity
@Table(name = "dr_settings")
public class DrSettingsEntity extends PanacheEntityBase {
    @Id
    public Long customerId;

    /** The tenant's revision at the settings' last change. */
    public Long revision;

    public String domain;
    public Long maxAuthenticationAgeSeconds;
    public String replay;
    public String absence;
    public Boolean compatSignedText;
    public String lookupMode;
    public String[] lookupServers;
}
