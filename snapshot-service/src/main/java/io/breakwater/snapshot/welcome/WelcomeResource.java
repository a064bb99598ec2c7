package io.breakwater.snapshot.welcome;

import io.breakwater.snapshot.welcome.WelcomeView.Entry;
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
            "snapshot-service",
            "/openapi",
            List.of(
                    new Entry("GET /api/v1/customers/{customerId}/snapshots", "how the tenant's snapshots stand"),
                    new Entry("POST /api/v1/customers/{customerId}/snapshots", "capture now"),
                    new Entry(
                            "GET /api/v1/customers/{customerId}/groups/{groupId}/snapshots",
                            "the group's signed index; with wait, when it has become another one"),
                    new Entry(
                            "POST /api/v1/customers/{customerId}/groups/{groupId}/snapshots",
                            "capture now, told of one group"),
                    new Entry(
                            "GET /api/v1/customers/{customerId}/groups/{groupId}/snapshots/{name}/manifest",
                            "a snapshot's signed manifest"),
                    new Entry(
                            "GET /api/v1/customers/{customerId}/groups/{groupId}/snapshots/{name}/files/{file}",
                            "one of its files, whole or in ranges"),
                    new Entry("POST /api/v1/resync", "compare what is stored with its owners now")));

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
