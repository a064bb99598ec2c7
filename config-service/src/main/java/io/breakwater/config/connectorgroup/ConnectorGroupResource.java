package io.breakwater.config.connectorgroup;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.RestResponse;

/** App Connector groups. */
@Guarded(PermissionClass.APP_CONNECTORS)
@Path(ConfigObjectResource.V1 + "/appConnectorGroup")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public class ConnectorGroupResource extends ConfigObjectResource {
    ConnectorGroupResource(ConnectorGroupService service) {
        super(service);
    }

    /** The group with its server groups, which every answer holds here. */
    @GET
    @Path("/{id}/sg")
    public Uni<RestResponse<byte[]>> withServerGroups(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return get(customerId, id, microtenantId);
    }
}
