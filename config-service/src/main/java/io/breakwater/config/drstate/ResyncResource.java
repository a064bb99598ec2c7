package io.breakwater.config.drstate;

import io.breakwater.platform.owner.ResyncAnswer;
import io.breakwater.platform.owner.Resyncs;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Has what is kept of other services' data compared with them now. */
@Path("/api/v1/resync")
@RolesAllowed(Roles.OPERATOR)
public class ResyncResource {
    private final Resyncs resyncs;

    ResyncResource(Resyncs resyncs) {
        this.resyncs = resyncs;
    }

    @POST
    public Uni<ResyncAnswer> now() {
        return resyncs.now();
    }
}
