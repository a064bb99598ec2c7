package io.breakwater.config.administrator;

import io.breakwater.config.configobject.ConfigObject;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;

/** An administrator. The name is the user name. */
@Entity
@Table(name = "administrator")
public class AdministratorEntity extends ConfigObject {
    public String displayName;
    public String email;
    public String phoneNumber;

    /** bcrypt, or null when no password was set. */
    public String passwordHash;

    /** Whether the current request sets one. */
    @Transient
    boolean passwordChanged;

    public Boolean forcePwdChange;
    public Boolean twoFactorAuthEnabled;
    public String twoFactorAuthType;
    public String tokenId;
    public Long roleId;
    public String[] groupIds = {};
    public Boolean isLocked;
    public Boolean pinSession;
    public Boolean localLoginDisabled;
    public String eula;
    public String comments;
    public String languageCode;
    public String timezone;
    public String deliveryTag;
    public String operationType;

    void changePassword(String hash) {
        passwordHash = hash;
        passwordChanged = true;
    }
}
