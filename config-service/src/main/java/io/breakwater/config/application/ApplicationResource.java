package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Application segments. */
@Path(ConfigObjectResource.V1 + "/application")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.APPLICATIONS)
@Produces(JsonBody.CONTENT_TYPE)
public class ApplicationResource extends ConfigObjectResource {
    private final ApplicationTypes types;
    private final MatchStyleUpdate matchStyles;

    ApplicationResource(ApplicationService service, ApplicationTypes types, MatchStyleUpdate matchStyles) {
        super(service);
        this.types = types;
        this.matchStyles = matchStyles;
    }

    /** The same as creation. */
    @POST
    @Path("/provision")
    @ResponseStatus(201)
    public Uni<ObjectNode> provision(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return create(customerId, microtenantId, body);
    }

    @POST
    @Path("/validate")
    @ResponseStatus(200)
    @Guarded(value = PermissionClass.APPLICATIONS, readOnly = true)
    public Uni<ObjectNode> validate(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        ObjectNode request = JsonBody.read(body);
        return Uni.createFrom().item(types.validate(TenantScope.of(customerId, microtenantId, request), request));
    }

    @DELETE
    @Path("/{id}/deleteAppByType")
    public Uni<Void> deleteOfType(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @Parameter(
                            required = true,
                            schema = @Schema(enumeration = {"BROWSER_ACCESS", "INSPECT", "SECURE_REMOTE_ACCESS"}))
                    @QueryParam("applicationType")
                    String type,
            @QueryParam("microtenantId") String microtenantId) {
        return types.delete(TenantScope.of(customerId, microtenantId), id, type);
    }

    @PUT
    @Path("/bulkUpdateMultiMatch")
    public Uni<Void> updateMatchStyle(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return matchStyles.update(TenantScope.of(customerId, microtenantId), JsonBody.read(body));
    }
}
