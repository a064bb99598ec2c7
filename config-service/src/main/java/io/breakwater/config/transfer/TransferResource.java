package io.breakwater.config.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.audit.AuditService;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.QueryFlag;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A tenant's configuration as one document. For whoever may do everything in the tenant. */
@Path("/api/v1/customers/{customerId}/configuration")
@RolesAllowed({Roles.ADMIN, Roles.OPERATOR})
public class TransferResource {
    private final TransferService service;
    private final AuditService audit;

    TransferResource(TransferService service, AuditService audit) {
        this.audit = audit;
        this.service = service;
    }

    @GET
    public Uni<ObjectNode> export(@PathParam("customerId") String customerId) {
        return audit.downloads(customerId, "configuration").chain(() -> service.export(customerId));
    }

    /** @param dryRun {@code true}: changes nothing and says what it would change */
    @POST
    @ResponseStatus(200)
    public Uni<ImportView> load(
            @PathParam("customerId") String customerId, @QueryParam("dryRun") String dryRun, byte[] body) {
        return service.load(customerId, JsonBody.read(body), QueryFlag.read("dryRun", dryRun));
    }
}
