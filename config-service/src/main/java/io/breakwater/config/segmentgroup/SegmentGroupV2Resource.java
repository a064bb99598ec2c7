package io.breakwater.config.segmentgroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.configobject.ReadState;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;

/** The second version's update of a segment group, which names what comes in instead of all that is in. */
@Guarded(PermissionClass.APPLICATIONS)
@Path(ConfigObjectResource.V2 + "/segmentGroup")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public class SegmentGroupV2Resource {
    private final SegmentGroupService service;

    SegmentGroupV2Resource(SegmentGroupService service) {
        this.service = service;
    }

    @PUT
    @Path("/{id}")
    public Uni<Void> update(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        return service.update(TenantScope.of(customerId, microtenantId, request), id, request, ReadState.of(ifMatch));
    }
}
