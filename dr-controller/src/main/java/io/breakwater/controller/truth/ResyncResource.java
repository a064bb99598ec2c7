package io.breakwater.controller.truth;

import io.breakwater.platform.owner.ResyncAnswer;
import io.breakwater.platform.owner.Resyncs;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Compares what is stored with its owner now, for whoever does not want to wait until it comes by itself. */
@Path("/api/v1/resync")
public class ResyncResource {
    private final Resyncs resyncs;

    ResyncResource(Resyncs resyncs) {
        this.resyncs = resyncs;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    public Uni<ResyncAnswer> resync() {
        return resyncs.now();
    }
}
