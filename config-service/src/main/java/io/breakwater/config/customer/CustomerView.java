package io.breakwater.config.customer;

import java.time.Instant;
import java.util.List;

/** A tenant as its operator sees it. */
public record CustomerView(
        String customerId, String name, List<String> authDomains, long revision, Instant creationTime) {
    static CustomerView of(CustomerEntity customer) {
        return new CustomerView(
                customer.id.toString(),
                customer.name,
                List.of(customer.authDomains),
                customer.revision,
                customer.creationTime);
    }
}
