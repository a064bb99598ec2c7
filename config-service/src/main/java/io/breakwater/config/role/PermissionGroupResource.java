package io.breakwater.config.role;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectResource;
import io.breakwater.config.permission.Access;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.permission.Permissions;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.search.ViewList;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a role can be made of: every class of permission, with the most that can be granted of it. */
@Path(ConfigObjectResource.V1 + "/permissionGroups")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.ADMINISTRATORS)
@Produces(JsonBody.CONTENT_TYPE)
public class PermissionGroupResource {
    @GET
    public Uni<Envelope<ObjectNode>> list(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        List<ObjectNode> groups = new ArrayList<>();
        ClassPermissionGroups.write(Permissions.all(Access.FULL), customerId)
                .forEach(group -> groups.add((ObjectNode) group));
        return Uni.createFrom().item(ViewList.page(groups, Set.of("id", "name"), query));
    }
}
