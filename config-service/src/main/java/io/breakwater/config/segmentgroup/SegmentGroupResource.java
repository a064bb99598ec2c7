package io.breakwater.config.segmentgroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Segment groups. */
@Guarded(PermissionClass.APPLICATIONS)
@Path(ConfigObjectResource.V1 + "/segmentGroup")
public class SegmentGroupResource extends ConfigObjectResource {
    SegmentGroupResource(SegmentGroupService service) {
        super(service);
    }
}
