package io.breakwater.config.administrator;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Administrators. */
@Path(ConfigObjectResource.V1 + "/administrators")
@Guarded(PermissionClass.ADMINISTRATORS)
public class AdministratorResource extends ConfigObjectResource {
    AdministratorResource(AdministratorService service) {
        super(service);
    }
}
