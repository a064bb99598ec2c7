package io.breakwater.config.administrator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.role.BuiltInRole;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The administrator that a new tenant or microtenant starts with. Works in the caller's transaction. */
@Singleton
public class FirstAdministrator {
    private final NewObjects newObjects;
    private final Passwords passwords;

    FirstAdministrator(NewObjects newObjects, Passwords passwords) {
        this.newObjects = newObjects;
        this.passwords = passwords;
    }

    /** The view of the new administrator, with the password in clear text: nobody can read it afterwards. */
    public Uni<ObjectNode> create(TenantWrite write, TenantScope scope, String username, BuiltInRole role) {
        AdministratorEntity admin = newObjects.place(scope, new AdministratorEntity());
        admin.name = username;
        admin.displayName = username.substring(0, username.indexOf('@'));
        admin.email = username;
        admin.roleId = role.id();
        admin.enabled = true;
        admin.isLocked = false;
        admin.forcePwdChange = true;
        admin.twoFactorAuthEnabled = false;
        admin.pinSession = false;
        admin.localLoginDisabled = false;
        admin.eula = "0";
        admin.creationTime = write.at();
        admin.modifiedTime = write.at();
        admin.modifiedBy = write.by();
        String password = passwords.invent();
        return passwords
                .hash(password)
                .invoke(hash -> admin.passwordHash = hash)
                .chain(() -> Panache.getSession())
                .chain(session -> session.persist(admin).chain(session::flush))
                .map(done -> AdministratorShape.SHAPE.write(admin))
                .call(view ->
                        write.audit(new Change(Action.CREATED, "administrator", admin.id, admin.name, null, view)))
                .invoke(view -> view.put("password", password));
    }
}
