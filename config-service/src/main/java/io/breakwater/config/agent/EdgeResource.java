package io.breakwater.config.agent;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Private Service Edges. */
@Guarded(PermissionClass.SERVICE_EDGES)
@Path(ConfigObjectResource.V1 + "/serviceEdge")
public class EdgeResource extends AgentResource {
    EdgeResource(EdgeService service) {
        super(service);
    }
}
