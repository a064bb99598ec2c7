package io.breakwater.controller.history;

import io.breakwater.platform.problem.QueryNumber;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The history over REST. */
@Path("/api/v1/customers/{customerId}/dr/history")
@RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
public class HistoryResource {
    private static final int PAGE = 50;
    private static final int MOST = 500;

    private final HistoryService history;

    HistoryResource(HistoryService history) {
        this.history = history;
    }

    @GET
    public Uni<HistoryView> history(@RestPath String customerId, @RestQuery String limit, @RestQuery String before) {
        int most = (int) QueryNumber.read("limit", limit, PAGE, 1, MOST);
        long sequence = QueryNumber.read("before", before, Long.MAX_VALUE, 1, Long.MAX_VALUE);
        return history.before(customerId, sequence, most).map(entries -> HistoryView.of(entries, most));
    }
}
