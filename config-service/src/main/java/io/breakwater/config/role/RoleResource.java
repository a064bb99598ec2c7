package io.breakwater.config.role;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Roles. */
@Path(ConfigObjectResource.V1 + "/roles")
@Guarded(PermissionClass.ADMINISTRATORS)
public class RoleResource extends ConfigObjectResource {
    RoleResource(RoleService service) {
        super(service);
    }
}
