package io.breakwater.config.customer;

import io.breakwater.config.permission.Guarded;
import io.breakwater.config.permission.PermissionClass;
import io.breakwater.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tenants, for whoever runs the suite. */
@Path("/api/v1/customers")
public class CustomerResource {
    private final CustomerService customers;

    CustomerResource(CustomerService customers) {
        this.customers = customers;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.OPERATOR)
    public Uni<CreatedCustomerView> create(@NotNull @Valid CreateCustomerRequest request) {
        return customers.create(request);
    }

    @GET
    @RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
    public Uni<List<CustomerView>> list() {
        return customers.list();
    }

    @GET
    @Path("/{customerId}")
    @Guarded(PermissionClass.COMPANY_SETTINGS)
    @RolesAllowed({Roles.ADMIN, Roles.DELEGATED_ADMIN, Roles.SERVICE, Roles.OPERATOR})
    public Uni<CustomerView> get(@PathParam("customerId") String customerId) {
        return customers.get(customerId);
    }
}
