package io.breakwater.config.drsettings;

import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** DR settings of a tenant. */
@Guarded(PermissionClass.DISASTER_RECOVERY)
@Path("/api/v1/customers/{customerId}/dr-settings")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
public class DrSettingsResource {
    private final DrSettingsService service;

    DrSettingsResource(DrSettingsService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public Uni<DrSettingsView> get(@PathParam("customerId") String customerId) {
        return service.get(customerId);
    }

    @PUT
    public Uni<DrSettingsView> put(
            @PathParam("customerId") String customerId, @NotNull @Valid DrSettingsRequest request) {
        return service.put(customerId, request);
    }

    @POST
    @Path("/keys")
    @ResponseStatus(201)
    public Uni<KeyView> addKey(@PathParam("customerId") String customerId, @NotNull @Valid AddKeyRequest request) {
        return service.addKey(customerId, request.pem());
    }

    @DELETE
    @Path("/keys/{id}")
    public Uni<Void> removeKey(@PathParam("customerId") String customerId, @PathParam("id") String id) {
        return service.removeKey(customerId, id);
    }

    @POST
    @Path("/announcement")
    @ResponseStatus(202)
    public Uni<Void> announce(@PathParam("customerId") String customerId) {
        return service.announce(customerId);
    }
}
