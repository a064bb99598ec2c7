package io.breakwater.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** Notes over HTTP. */
@Path("/notes/{customer}")
@PermitAll
public class NoteResource {
    private final NoteService notes;

    NoteResource(NoteService notes) {
        this.notes = notes;
    }

    @GET
    public Uni<List<String>> all(@RestPath String customer) {
        return notes.notes(customer);
    }

    @POST
    @Path("{object}")
    public Uni<Void> add(@RestPath String customer, @RestPath String object) {
        return notes.add(NoteService.event(customer, 1, object), null);
    }
}
