package io.breakwater.agent.operator;

import io.breakwater.agent.operator.DomainResolution.RecordType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The operator port over HTTP. The product's prefix ({@code assistant}, {@code zpn}) is the application's REST path. */
@Path("/zpn_dr")
@Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON, "application/problem+json"})
public class OperatorResource {
    private final OperatorPort port;

    OperatorResource(OperatorPort port) {
        this.port = port;
    }

    @GET
    @Path("/show_dr_apps")
    public Response showDrApps(@Context HttpHeaders headers) {
        return AnswerFormat.ok(headers, port.drApplications());
    }

    @GET
    @Path("/config_json_stats")
    public Response configJsonStats(@Context HttpHeaders headers) {
        return AnswerFormat.ok(headers, port.configurationFiles());
    }

    /** On a worker: a resolver that the settings name by host is looked up with the system's resolver, which blocks. */
    @GET
    @Path("/resolve_dr_domain")
    @Blocking
    public Uni<Response> resolveDrDomain(@QueryParam("record_type") String recordType, @Context HttpHeaders headers) {
        Optional<RecordType> type = DomainResolution.recordType(recordType);
        if (type.isEmpty()) {
            return Uni.createFrom()
                    .item(AnswerFormat.badRequest(headers, "record_type must be A, AAAA or TXT, in any case"));
        }
        return Uni.createFrom()
                .completionStage(() -> port.resolve(type.get()))
                .map(answer -> AnswerFormat.ok(headers, answer));
    }

    @GET
    @Path("/show_configuration")
    public Response showConfiguration(@Context HttpHeaders headers) {
        return AnswerFormat.ok(headers, port.configuration());
    }

    @GET
    @Path("/show_troubles")
    public Response showTroubles(@Context HttpHeaders headers) {
        return AnswerFormat.ok(headers, port.troubles());
    }

    @GET
    @Path("/show_mode")
    public Response showMode(@Context HttpHeaders headers) {
        return AnswerFormat.ok(headers, port.mode());
    }
}
