package io.breakwater.config.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
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

/** Lists enrolment certificates: in ZPA's second version. */
@Guarded(PermissionClass.CERTIFICATES)
@Path(ConfigObjectResource.V2 + "/enrollmentCert")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Produces(JsonBody.CONTENT_TYPE)
public class CertificateListResource {
    private final CertificateService service;

    CertificateListResource(CertificateService service) {
        this.service = service;
    }

    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return service.list(TenantScope.of(customerId, query.microtenantId()), query);
    }
}
