package io.breakwater.config.apikey;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** API keys. */
@Path(ConfigObjectResource.V1 + "/apiKeys")
@Guarded(PermissionClass.ADMINISTRATORS)
public class ApiKeyResource extends ConfigObjectResource {
    ApiKeyResource(ApiKeyService service) {
        super(service);
    }
}
