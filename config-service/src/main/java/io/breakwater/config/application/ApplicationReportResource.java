package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ObjectResource;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.config.search.ListQuery;
import io.breakwater.config.wire.Envelope;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Counts, mappings and exports of application segments. */
@Path(ObjectResource.V1 + "/application")
@RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.OPERATOR})
@Guarded(value = PermissionClass.APPLICATIONS, readOnly = true)
@Produces(JsonBody.CONTENT_TYPE)
public class ApplicationReportResource {
    private final ApplicationReports reports;
    private final ApplicationTypes types;

    ApplicationReportResource(ApplicationReports reports, ApplicationTypes types) {
        this.reports = reports;
        this.types = types;
    }

    @GET
    @Path("/count/currentAndMaxLimit")
    public Uni<ObjectNode> currentAndMaxLimit(
            @PathParam("customerId") String customerId, @QueryParam("microtenantId") String microtenantId) {
        return reports.currentAndMaxLimit(TenantScope.of(customerId, microtenantId));
    }

    @GET
    @Path("/configured/count")
    public Uni<ArrayNode> configured(
            @PathParam("customerId") String customerId, @QueryParam("microtenantId") String microtenantId) {
        return reports.configured(TenantScope.of(customerId, microtenantId));
    }

    @GET
    @Path("/{id}/mappings")
    public Uni<ArrayNode> mappings(
            @PathParam("customerId") String customerId,
            @PathParam("id") String id,
            @QueryParam("microtenantId") String microtenantId) {
        return reports.mappings(TenantScope.of(customerId, microtenantId), id);
    }

    @GET
    @Path("/getAppsByType")
    public Uni<Envelope<ObjectNode>> ofType(
            @PathParam("customerId") String customerId,
            @QueryParam("applicationType") String type,
            @BeanParam ListQuery query) {
        return types.list(TenantScope.of(customerId, query.microtenantId()), type, query);
    }

    @POST
    @Path("/multimatchUnsupportedReferences")
    @ResponseStatus(200)
    public Uni<ArrayNode> multimatchUnsupported(
            @PathParam("customerId") String customerId,
            @QueryParam("microtenantId") String microtenantId,
            byte[] body) {
        return reports.multimatchUnsupported(TenantScope.of(customerId, microtenantId), JsonBody.readList(body));
    }

    @GET
    @Path("/export")
    @Produces("text/csv;charset=utf-8")
    public Uni<String> export(@PathParam("customerId") String customerId, @BeanParam ListQuery query) {
        return reports.export(TenantScope.of(customerId, query.microtenantId()), query);
    }
}
