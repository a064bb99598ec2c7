package io.breakwater.config.application;

import io.breakwater.config.configobject.ConfigObjectResource;
import jakarta.ws.rs.Path;

/** Application segments. */
@Path(ConfigObjectResource.V1 + "/application")
public class ApplicationResource extends ConfigObjectResource {
    ApplicationResource(ApplicationService service) {
        super(service);
    }
}
