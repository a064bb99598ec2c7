package io.breakwater.platform.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** A tenant's thing, and one that nobody said who may see. */
@Path("/secured")
public class SecuredResource {
    @GET
    @Path("customers/{customerId}/thing")
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public String thing(@RestPath String customerId) {
        return "the thing of " + customerId;
    }

    @GET
    @Path("forgotten")
    public String forgotten() {
        return "nobody may see this";
    }
}
