package io.breakwater.config.company;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.CustomerService;
import io.breakwater.config.microtenant.MicrotenantService;
import io.breakwater.config.permission.AnyRole;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.platform.problem.Problem;
import io.breakwater.platform.problem.ProblemException;
import io.breakwater.platform.security.Claims;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, and of which customer. */
@Path("/mgmtconfig/v1/admin/me")
@Produces(JsonBody.CONTENT_TYPE)
public class AdminMeResource {
    private final CustomerService customers;
    private final MicrotenantService microtenants;
    private final JsonWebToken token;

    AdminMeResource(CustomerService customers, MicrotenantService microtenants, JsonWebToken token) {
        this.customers = customers;
        this.microtenants = microtenants;
        this.token = token;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN})
    @AnyRole
    public Uni<ObjectNode> me() {
        Object customerId = token.getClaim(Claims.CUSTOMER_ID);
        if (customerId == null) {
            throw new ProblemException(Problem.FORBIDDEN, "The token belongs to no customer.");
        }
        Object microtenantId = token.getClaim(Claims.MICROTENANT_ID);
        return customers
                .get(customerId.toString())
                .map(customer -> JsonNodeFactory.instance
                        .objectNode()
                        .put("customerId", customer.customerId())
                        .put("customerName", customer.name()))
                .chain(view -> microtenantId == null
                        ? Uni.createFrom().item(view.put("microtenantName", "Default"))
                        : microtenants
                                .get(
                                        CustomerScope.of(TenantScope.of(customerId.toString(), null)),
                                        microtenantId.toString())
                                .map(found -> view.put("microtenantId", microtenantId.toString())
                                        .put(
                                                "microtenantName",
                                                found.path("name").asText())));
    }
}
