package io.breakwater.config.segmentgroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** Segment groups. */
@Path(ConfigObjectResource.V1 + "/segmentGroup")
public class SegmentGroupResource extends ConfigObjectResource {
    SegmentGroupResource(SegmentGroupService service) {
        super(service);
    }
}
