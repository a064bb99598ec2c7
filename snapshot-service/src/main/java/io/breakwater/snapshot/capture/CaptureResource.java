package io.breakwater.snapshot.capture;

import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Roles;
import io.breakwater.snapshot.TenantPaths;
import io.breakwater.snapshot.index.PublishedIndexes;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Captures by hand, and how things stand. */
@Path(TenantPaths.TENANT)
@Produces(MediaType.APPLICATION_JSON)
public class CaptureResource {
    private final CaptureService service;
    private final CaptureOverview overview;
    private final PublishedIndexes indexes;

    CaptureResource(CaptureService service, CaptureOverview overview, PublishedIndexes indexes) {
        this.service = service;
        this.overview = overview;
        this.indexes = indexes;
    }

    @GET
    @Path(TenantPaths.SNAPSHOTS)
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public Uni<CaptureStatus> status(@RestPath String customerId) {
        return overview.status(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("customer"))
                .chain(status -> indexes.ofTenant(customerId).map(status::with));
    }

    @POST
    @Path(TenantPaths.SNAPSHOTS)
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public Uni<RestResponse<CaptureReport>> captureTenant(@RestPath String customerId) {
        return service.captureNow(customerId).map(CaptureResource::answer);
    }

    /** Captures the whole tenant, since it is one read; the answer holds that group only. */
    @POST
    @Path(TenantPaths.GROUP_SNAPSHOTS)
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public Uni<RestResponse<CaptureReport>> captureGroup(@RestPath String customerId, @RestPath String groupId) {
        return service.captureNow(customerId)
                .call(report -> known(customerId, groupId, report))
                .map(report -> answer(of(groupId, report)));
    }

    private Uni<?> known(String customerId, String groupId, CaptureReport report) {
        return indexes.find(customerId, groupId).invoke(index -> {
            boolean captured =
                    report.groups().stream().anyMatch(kept -> kept.groupId().equals(groupId));
            if (index == null && !captured && report.revision() != null) {
                throw ProblemException.notFound("group");
            }
        });
    }

    private static CaptureReport of(String groupId, CaptureReport report) {
        return new CaptureReport(
                report.customerId(),
                report.outcome(),
                report.detail(),
                report.revision(),
                report.groups().stream()
                        .filter(kept -> kept.groupId().equals(groupId))
                        .toList(),
                report.published().stream().filter(groupId::equals).toList());
    }

    private static RestResponse<CaptureReport> answer(CaptureReport report) {
        return switch (report.outcome()) {
            case CAPTURED, UNCHANGED -> RestResponse.ok(report);
            case PENDING, FAILED -> RestResponse.accepted(report);
            case FROZEN ->
                throw new ProblemException(Problem.DR_ACTIVE, "DR mode is active: nothing is captured until it ends.");
            case NOT_CLOSED, STALE_VIEW -> throw new ProblemException(Problem.CONFLICT, report.detail());
            case UNKNOWN_TENANT -> throw ProblemException.notFound("customer");
        };
    }
}
