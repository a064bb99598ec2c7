package io.breakwater.config.company;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Versions of the tool that makes activation records. */
@Path(ObjectResource.V1 + "/customerDRToolVersion")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.DISASTER_RECOVERY)
@Produces(JsonBody.CONTENT_TYPE)
public class DrToolVersionResource {
    private final CompanyService service;

    DrToolVersionResource(CompanyService service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.drToolVersions(customerId, query);
    }
}
