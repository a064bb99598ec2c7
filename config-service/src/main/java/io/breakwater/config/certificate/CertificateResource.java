package io.breakwater.config.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Enrolment certificates, in ZPA's first version: uploaded, or made here. */
@Path(ConfigObjectResource.V1 + "/enrollmentCert")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.CERTIFICATES)
@Produces(JsonBody.CONTENT_TYPE)
public class CertificateResource extends ConfigObjectResource {
    private final CertificateGeneration generation;

    CertificateResource(CertificateService service, CertificateGeneration generation) {
        super(service);
        this.generation = generation;
    }

    @POST
    @Path("/csr/generate")
    @ResponseStatus(200)
    public Uni<ObjectNode> request(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        return generation.request(TenantScope.of(customerId, microtenantId, request), request);
    }

    @POST
    @Path("/selfsigned/generate")
    @ResponseStatus(200)
    public Uni<ObjectNode> selfSigned(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        return generation.selfSigned(TenantScope.of(customerId, microtenantId, request), request);
    }
}
