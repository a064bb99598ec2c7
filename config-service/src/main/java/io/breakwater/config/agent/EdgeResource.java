package io.breakwater.config.agent;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** Private Service Edges. */
@Path(ConfigObjectResource.V1 + "/serviceEdge")
public class EdgeResource extends AgentResource {
    EdgeResource(EdgeService service) {
        super(service);
    }
}
