package io.breakwater.config.network;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import jakarta.ws.rs.Path;

/** Trusted networks. ZPA's API only reads them; here they can be made too. */
@Path(ConfigObjectResource.V1 + "/network")
@Guarded(PermissionClass.SERVICE_EDGES)
public class TrustedNetworkResource extends ConfigObjectResource {
    TrustedNetworkResource(TrustedNetworkService service) {
        super(service);
    }
}
