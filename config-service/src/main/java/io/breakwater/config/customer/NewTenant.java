package io.breakwater.config.customer;

import io.breakwater.config.certificate.TenantCertificates;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.drsettings.DrSettingsService;
import io.breakwater.config.signin.ApiKeys;
import io.breakwater.config.signin.NewApiKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What a new tenant starts with: certificates, DR settings, an API key. Works in the caller's transaction. */
@Singleton
class NewTenant {
    private final NewObjects newObjects;
    private final TenantCertificates certificates;
    private final DrSettingsService settings;
    private final ApiKeys apiKeys;
    private final Clock clock;

    NewTenant(
            NewObjects newObjects,
            TenantCertificates certificates,
            DrSettingsService settings,
            ApiKeys apiKeys,
            Clock clock) {
        this.newObjects = newObjects;
        this.certificates = certificates;
        this.settings = settings;
        this.apiKeys = apiKeys;
        this.clock = clock;
    }

    CustomerEntity entity(CreateCustomerRequest request) {
        CustomerEntity customer = new CustomerEntity();
        customer.id = newObjects.nextId();
        customer.name = request.name();
        customer.authDomains = request.authDomains().toArray(String[]::new);
        customer.revision = 1L;
        customer.creationTime = clock.instant();
        return customer;
    }

    Uni<NewApiKey> furnish(TenantWrite write) {
        return certificates
                .create(new TenantScope(write.customerId(), TenantScope.DEFAULT_MICROTENANT))
                .chain(() -> apiKeys.create(write.customerId(), "First API key"))
                .call(() -> write.announce("customer", write.customerId(), Action.CREATED))
                .call(() -> settings.create(write));
    }
}
