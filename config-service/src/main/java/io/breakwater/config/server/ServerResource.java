package io.breakwater.config.server;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Application servers. */
@Guarded(PermissionClass.SERVERS)
@Path(ConfigObjectResource.V1 + "/server")
public class ServerResource extends ConfigObjectResource {
    ServerResource(ServerService service) {
        super(service);
    }
}
