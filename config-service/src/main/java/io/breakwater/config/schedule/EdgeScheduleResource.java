package io.breakwater.config.schedule;

import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.contracts.event.AgentKind;
import jakarta.ws.rs.Path;

/** The schedule of Private Service Edges. */
@Path(ObjectResource.V1 + "/serviceEdgeSchedule")
@Guarded(PermissionClass.SERVICE_EDGES)
public class EdgeScheduleResource extends ScheduleResource {
    EdgeScheduleResource(AgentScheduleService service) {
        super(service, AgentKind.SERVICE_EDGE);
    }
}
