package io.breakwater.watcher.status;

import io.breakwater.platform.security.Roles;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A tenant's domain as the watcher sees it, and the request to look now. */
@Path("/api/v1/customers/{customerId}/dns")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
public class DnsStatusResource {
    private static final int ACCEPTED = 202;

    private final DnsStatusService service;

    DnsStatusResource(DnsStatusService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public DnsStatusView status(@PathParam("customerId") String customerId) {
        return service.status(customerId);
    }

    /** Looks now; the status tells what was seen. */
    @POST
    @Path("look")
    @ResponseStatus(ACCEPTED)
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public void look(@PathParam("customerId") String customerId) {
        service.poke(customerId);
    }
}
