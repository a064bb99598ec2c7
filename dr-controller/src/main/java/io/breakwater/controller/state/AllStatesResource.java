package io.breakwater.controller.state;

import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.contracts.event.DrStateChanged;
import io.breakwater.platform.problem.QueryNumber;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

/** DR states of all tenants, for the services that keep a copy of them: what this says is the truth, whatever the bus told. */
@Path("/api/v1/dr-states")
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
public class AllStatesResource {
    private static final int MOST = 500;

    private final AllStates states;

    AllStatesResource(AllStates states) {
        this.states = states;
    }

    @GET
    public Uni<OwnerPage<DrStateChanged>> list(@RestQuery String after, @RestQuery String limit) {
        long from = QueryNumber.read("after", after, 0, 0, Long.MAX_VALUE);
        return states.page(from, (int) QueryNumber.read("limit", limit, MOST, 1, MOST));
    }
}
