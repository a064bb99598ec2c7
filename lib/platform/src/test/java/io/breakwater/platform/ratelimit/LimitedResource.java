package io.breakwater.platform.ratelimit;

import io.breakwater.platform.security.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Paths with a limit and paths without. */
@Path("/")
@PermitAll
public class LimitedResource {
    @GET
    @Path("limited/thing")
    public String read() {
        return "read";
    }

    @POST
    @Path("limited/thing")
    public String write(String body) {
        return "written";
    }

    @DELETE
    @Path("limited/thing")
    public String delete() {
        return "deleted";
    }

    @GET
    @Path("limited/secret")
    @RolesAllowed(Roles.OPERATOR)
    public String secret() {
        return "secret";
    }

    @GET
    @Path("limited/other-form")
    public String otherForm() {
        return "read";
    }

    @GET
    @Path("unlimited/thing")
    public String free() {
        return "read";
    }
}
