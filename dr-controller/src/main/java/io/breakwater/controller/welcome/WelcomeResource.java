package io.breakwater.controller.welcome;

import io.breakwater.controller.welcome.WelcomeView.Entry;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Lists what there is, for whoever opens the address in a browser or with curl. Tells nothing that is not in the documents. */
@Path("/")
@PermitAll
@NonBlocking
public class WelcomeResource {
    private static final WelcomeView VIEW = new WelcomeView(
            "dr-controller",
            "/openapi",
            List.of(
                    new Entry(
                            "GET /api/v1/customers/{customerId}/dr",
                            "the tenant's DR state and the watcher's last look"),
                    new Entry("GET /api/v1/customers/{customerId}/dr/history", "every change of it, with its evidence"),
                    new Entry(
                            "GET /api/v1/customers/{customerId}/dr/convergence",
                            "which agents follow, who is late, who is not ready"),
                    new Entry(
                            "GET /api/v1/customers/{customerId}/dr/events",
                            "server-sent events: state, history, convergence"),
                    new Entry("GET /api/v1/dr-states", "the states of all tenants, part after part"),
                    new Entry("POST /api/v1/resync", "compare what is stored with config-service now")));

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public WelcomeView json() {
        return VIEW;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public String html() {
        return VIEW.html();
    }
}
