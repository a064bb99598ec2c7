package io.breakwater.config.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

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

    /** @param format {@code json}; anything else is YAML, which a browser shows */
    @GET
    @Path("/openapi")
    @Operation(hidden = true)
    @Produces(MediaType.WILDCARD)
    public RestResponse<byte[]> document(@QueryParam("format") String format) {
        return "json".equalsIgnoreCase(format)
                ? answer(document.json(), MediaType.APPLICATION_JSON)
                : answer(document.yaml(), "text/plain;charset=utf-8");
    }

    private static RestResponse<byte[]> answer(byte[] octets, String type) {
        return RestResponse.ResponseBuilder.ok(octets, type).build();
    }
}
