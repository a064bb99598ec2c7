package io.breakwater.watcher.welcome;

import io.breakwater.watcher.welcome.WelcomeView.Entry;
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
            "dns-watcher",
            "/openapi",
            List.of(
                    new Entry("GET /api/v1/customers/{customerId}/dns", "the tenant's DR domain as it was seen last"),
                    new Entry("POST /api/v1/customers/{customerId}/dns/look", "look now"),
                    new Entry("GET /api/v1/looks", "the last looks at all domains of this replica"),
                    new Entry("POST /api/v1/resync", "compare the table with its owners now")));

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
