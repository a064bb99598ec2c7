package io.breakwater.config.customer;

import io.breakwater.config.wire.HostNames;
import io.breakwater.config.wire.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The domains that a tenant's people are in. Works in the caller's session. */
@Singleton
public class AuthDomains {
    private final CustomerRepository customers;

    AuthDomains(CustomerRepository customers) {
        this.customers = customers;
    }

    /** In lower case; never empty. */
    public Uni<List<String>> of(long customerId) {
        return customers
                .findById(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.notFound(Long.toString(customerId)))
                .map(customer -> Arrays.stream(customer.authDomains)
                        .map(domain -> HostNames.plain(domain).toLowerCase(Locale.ROOT))
                        .toList());
    }
}
