package io.breakwater.config.company;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** What ancestors of a customer may do. */
@Path(ObjectResource.V1 + "/ancestorPolicy")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.COMPANY_SETTINGS)
@Produces(JsonBody.CONTENT_TYPE)
public class AncestorPolicyResource {
    private final AncestorPolicyService service;

    AncestorPolicyResource(AncestorPolicyService service) {
        this.service = service;
    }

    @GET
    public Uni<ObjectNode> get(@PathParam("customerId") String customerId) {
        return service.get(customerId);
    }

    @POST
    public Uni<ObjectNode> put(@PathParam("customerId") String customerId, byte[] body) {
        return service.put(customerId, JsonBody.read(body));
    }
}
