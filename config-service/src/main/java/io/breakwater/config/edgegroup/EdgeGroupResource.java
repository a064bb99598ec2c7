package io.breakwater.config.edgegroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Private Service Edge groups. */
@Guarded(PermissionClass.SERVICE_EDGES)
@Path(ConfigObjectResource.V1 + "/serviceEdgeGroup")
public class EdgeGroupResource extends ConfigObjectResource {
    EdgeGroupResource(EdgeGroupService service) {
        super(service);
    }
}
