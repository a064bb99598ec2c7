package io.breakwater.config.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** Reads an enrolment certificate: in ZPA's first version. */
@Path(ConfigObjectResource.V1 + "/enrollmentCert")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public class CertificateResource {
    private final CertificateService service;

    CertificateResource(CertificateService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}")
    public Uni<ObjectNode> get(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return service.get(TenantScope.of(customerId, microtenantId), id);
    }
}
