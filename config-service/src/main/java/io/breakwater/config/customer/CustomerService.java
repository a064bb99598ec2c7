package io.breakwater.config.customer;

import io.breakwater.config.configobject.DatabaseRefusals;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.platform.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Tenants. */
@Singleton
public class CustomerService {
    private final CustomerRepository customers;
    private final TenantWrites writes;
    private final NewTenant newTenant;
    private final NewObjects newObjects;
    private final Clock clock;

    CustomerService(
            CustomerRepository customers,
            TenantWrites writes,
            NewTenant newTenant,
            NewObjects newObjects,
            Clock clock) {
        this.customers = customers;
        this.writes = writes;
        this.newTenant = newTenant;
        this.newObjects = newObjects;
        this.clock = clock;
    }

    /** A tenant with all that clients expect to find in a new one. */
    @WithTransaction
    public Uni<CreatedCustomerView> create(CreateCustomerRequest request) {
        CustomerEntity customer = CustomerEntity.of(request, newObjects.nextId(), clock.instant());
        return customers
                .add(customer)
                .chain(() -> writes.first(customer))
                .chain(write -> newTenant.furnish(customer, write))
                .onFailure()
                .transform(DatabaseRefusals::translate);
    }

    @WithSession
    public Uni<CustomerView> get(String customerId) {
        return customers
                .findById(TenantScope.tenant(customerId))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("customer"))
                .map(CustomerView::of);
    }

    @WithSession
    public Uni<List<CustomerView>> list() {
        return customers.all().map(all -> all.stream().map(CustomerView::of).toList());
    }
}
