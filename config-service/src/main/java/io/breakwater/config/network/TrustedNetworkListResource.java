package io.breakwater.config.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.configobject.TenantScope;
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

/** The list of trusted networks, which the clients ask the second version for. */
@Path(ObjectResource.V2 + "/network")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.SERVICE_EDGES)
@Produces(JsonBody.CONTENT_TYPE)
public class TrustedNetworkListResource {
    private final TrustedNetworkService service;

    TrustedNetworkListResource(TrustedNetworkService service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.list(TenantScope.of(customerId, query.microtenantId()), query);
    }
}
