package io.breakwater.config.enrollment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where agents enrol. No token: the provisioning key is the credential. */
@Path("/api/v1/enrollment")
public class EnrollmentResource {
    private final EnrollmentService service;

    EnrollmentResource(EnrollmentService service) {
        this.service = service;
    }

    @POST
    @ResponseStatus(201)
    @PermitAll
    public Uni<EnrollmentView> enroll(@NotNull @Valid EnrollmentRequest request, @Context HttpServerRequest http) {
        return service.enroll(request, http.remoteAddress().hostAddress());
    }
}
