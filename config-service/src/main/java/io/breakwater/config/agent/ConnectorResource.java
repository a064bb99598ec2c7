package io.breakwater.config.agent;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** App Connectors. */
@Guarded(PermissionClass.APP_CONNECTORS)
@Path(ConfigObjectResource.V1 + "/connector")
public class ConnectorResource extends AgentResource {
    ConnectorResource(ConnectorService service) {
        super(service);
    }
}
