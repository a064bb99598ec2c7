package io.breakwater.config.server;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** Application servers. */
@Path(ConfigObjectResource.V1 + "/server")
public class ServerResource extends ConfigObjectResource {
    ServerResource(ServerService service) {
        super(service);
    }
}
