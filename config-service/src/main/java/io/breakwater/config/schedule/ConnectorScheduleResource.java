package io.breakwater.config.schedule;

import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.contracts.event.AgentKind;
import jakarta.ws.rs.Path;

/** The schedule of App Connectors. */
@Path(ObjectResource.V1 + "/connectorSchedule")
@Guarded(PermissionClass.APP_CONNECTORS)
public class ConnectorScheduleResource extends ScheduleResource {
    ConnectorScheduleResource(AgentScheduleService service) {
        super(service, AgentKind.APP_CONNECTOR);
    }
}
