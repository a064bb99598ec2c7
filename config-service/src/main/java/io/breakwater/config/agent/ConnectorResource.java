package io.breakwater.config.agent;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** App Connectors. */
@Path(ConfigObjectResource.V1 + "/connector")
public class ConnectorResource extends AgentResource {
    ConnectorResource(ConnectorService service) {
        super(service);
    }
}
