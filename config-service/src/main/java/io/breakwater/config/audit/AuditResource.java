package io.breakwater.config.audit;

import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** A tenant's audit trail: listed, filtered, downloaded, verified. Nobody writes it from outside. */
@Path("/api/v1/customers/{customerId}/audit")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(PermissionClass.AUDIT_LOGS)
public class AuditResource {
    private static final String CSV = "text/csv;charset=utf-8";

    private final AuditService service;

    AuditResource(AuditService service) {
        this.service = service;
    }

    /** Newest first. */
    @GET
    public Uni<AuditPageView> list(@PathParam("customerId") String customerId, @BeanParam AuditFilter filter) {
        return service.list(customerId, filter);
    }

    /** @param format {@code csv} or {@code json} */
    @GET
    @Path("/download")
    public Uni<RestResponse<Object>> download(
            @PathParam("customerId") String customerId,
            @QueryParam("format") String format,
            @BeanParam AuditFilter filter) {
        boolean csv = "csv".equalsIgnoreCase(format);
        if (!csv && format != null && !"json".equalsIgnoreCase(format)) {
            throw ProblemException.field("format", "Must be csv or json.");
        }
        return service.download(customerId, filter)
                .map(entries ->
                        attachment(csv ? AuditCsv.of(entries) : entries, csv ? CSV : MediaType.APPLICATION_JSON, csv));
    }

    @GET
    @Path("/verification")
    public Uni<AuditVerificationView> verify(@PathParam("customerId") String customerId) {
        return service.verify(customerId);
    }

    private static RestResponse<Object> attachment(Object content, String type, boolean csv) {
        return RestResponse.ResponseBuilder.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"audit." + (csv ? "csv" : "json") + "\"")
                .build();
    }
}
