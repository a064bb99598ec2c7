package io.breakwater.config.readiness;

import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** Readiness of a tenant's configuration, and its graph. */
@Path("/api/v1/customers/{customerId}")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
public class ReadinessResource {
    private final ReadinessService service;

    ReadinessResource(ReadinessService service) {
        this.service = service;
    }

    /** For each DR segment what is missing, and the fix. */
    @GET
    @Path("/dr-coverage")
    @Guarded(PermissionClass.DISASTER_RECOVERY)
    public Uni<DrCoverageView> coverage(@PathParam("customerId") String customerId) {
        return service.coverage(customerId);
    }

    /** @param kind {@code segmentGroup}, {@code application}, {@code serverGroup}, {@code appConnectorGroup} or {@code connector} */
    @GET
    @Path("/graph/{kind}/{id}")
    @Guarded(PermissionClass.APPLICATIONS)
    public Uni<ConfigGraphView> graph(
            @PathParam("customerId") String customerId,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return service.graph(customerId, microtenantId, kind, id);
    }
}
