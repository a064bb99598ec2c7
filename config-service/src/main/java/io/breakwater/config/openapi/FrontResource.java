package io.breakwater.config.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where somebody looks first: what the service answers, and its document. */
@Path("/")
@PermitAll
public class FrontResource {
    private final ServedDocument document;

    FrontResource(ServedDocument document) {
        this.document = document;
    }

    @GET
    @Operation(hidden = true)
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode contents() {
        return document.contents();
    }

    /** YAML, as text that a browser shows. */
    @GET
    @Path("/openapi")
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_PLAIN + ";charset=utf-8")
    public String yaml() {
        return document.yaml();
    }

    @GET
    @Path("/openapi.json")
    @Operation(hidden = true)
    @Produces(MediaType.APPLICATION_JSON)
    public JsonNode json() {
        return document.document();
    }
}
