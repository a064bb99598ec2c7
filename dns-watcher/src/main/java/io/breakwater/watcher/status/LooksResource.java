package io.breakwater.watcher.status;

import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.platform.problem.QueryNumber;
import io.breakwater.platform.security.Roles;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The last looks at all domains of this replica, for whoever runs the suite. */
@Path("/api/v1/looks")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class LooksResource {
    private static final int MOST = 500;

    private final DnsStatusService service;

    LooksResource(DnsStatusService service) {
        this.service = service;
    }

    /** In the order of the customers' ids as text. */
    @GET
    @RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
    public OwnerPage<LookView> looks(@QueryParam("after") String after, @QueryParam("limit") String limit) {
        return service.looks(after == null ? "" : after, (int) QueryNumber.read("limit", limit, MOST, 1, MOST));
    }
}
