package io.breakwater.config.company;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import org.jboss.resteasy.reactive.ResponseStatus;

/** Switches of a customer. The second version stands inside of these paths (zpa-api 5.1). */
@Path(ObjectResource.V1 + "/v2")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.COMPANY_SETTINGS)
@Produces(JsonBody.CONTENT_TYPE)
public class CompanySettingsResource {
    private final CompanyService service;

    CompanySettingsResource(CompanyService service) {
        this.service = service;
    }

    @GET
    @Path("/ssoLoginOptions")
    public Uni<ObjectNode> ssoLoginOptions(@PathParam("customerId") String customerId) {
        return service.ssoLoginOptions(customerId);
    }

    @POST
    @Path("/ssoLoginOptions")
    @ResponseStatus(204)
    public Uni<Void> putSsoLoginOptions(@PathParam("customerId") String customerId, byte[] body) {
        return service.putSsoLoginOptions(customerId, JsonBody.read(body));
    }

    @GET
    @Path("/associationtype/{type}/domains")
    public Uni<ArrayNode> domains(@PathParam("customerId") String customerId, @PathParam("type") String type) {
        return service.domains(customerId, type);
    }

    @POST
    @Path("/associationtype/{type}/domains")
    @ResponseStatus(204)
    public Uni<Void> putDomains(
            @PathParam("customerId") String customerId, @PathParam("type") String type, byte[] body) {
        return service.putDomains(customerId, type, JsonBody.readList(body));
    }
}
