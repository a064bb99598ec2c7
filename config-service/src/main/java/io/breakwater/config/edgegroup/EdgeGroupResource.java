package io.breakwater.config.edgegroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** Private Service Edge groups. */
@Path(ConfigObjectResource.V1 + "/serviceEdgeGroup")
public class EdgeGroupResource extends ConfigObjectResource {
    EdgeGroupResource(EdgeGroupService service) {
        super(service);
    }
}
