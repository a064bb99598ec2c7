package io.breakwater.config.continuity;

import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** Business continuity settings, and what an identity provider needs of them. */
@Path(ConfigObjectResource.V1 + "/businessContinuitySettings")
@Guarded(PermissionClass.DISASTER_RECOVERY)
public class ContinuityResource extends ConfigObjectResource {
    private final ContinuityService service;

    ContinuityResource(ContinuityService service) {
        super(service);
        this.service = service;
    }

    @GET
    @Path("/certificate")
    @RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
    @Produces("application/x-pem-file")
    public Uni<String> certificate(@PathParam("customerId") String customerId) {
        return service.certificate(scope(customerId)).map(certificate -> certificate.certificate);
    }

    /** Metadata of the service provider (SAML 2.0). */
    @GET
    @Path("/metadata")
    @RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
    @Produces("application/xml;charset=utf-8")
    public Uni<String> metadata(@PathParam("customerId") String customerId) {
        return service.certificate(scope(customerId))
                .map(certificate -> ServiceProviderMetadata.of(customerId, certificate.certificate));
    }

    private static CustomerScope scope(String customerId) {
        return new CustomerScope(TenantScope.tenant(customerId));
    }
}
