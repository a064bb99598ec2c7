package io.breakwater.config.servergroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** Server groups. */
@Path(ConfigObjectResource.V1 + "/serverGroup")
public class ServerGroupResource extends ConfigObjectResource {
    ServerGroupResource(ServerGroupService service) {
        super(service);
    }
}
