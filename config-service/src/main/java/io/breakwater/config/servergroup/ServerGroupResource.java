package io.breakwater.config.servergroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Server groups. */
@Guarded(PermissionClass.SERVERS)
@Path(ConfigObjectResource.V1 + "/serverGroup")
public class ServerGroupResource extends ConfigObjectResource {
    ServerGroupResource(ServerGroupService service) {
        super(service);
    }
}
