package io.breakwater.config.connectorgroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** App Connector groups. */
@Path(ConfigObjectResource.V1 + "/appConnectorGroup")
public class ConnectorGroupResource extends ConfigObjectResource {
    ConnectorGroupResource(ConnectorGroupService service) {
        super(service);
    }
}
