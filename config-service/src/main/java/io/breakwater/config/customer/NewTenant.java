package io.breakwater.config.customer;

import io.breakwater.config.administrator.FirstAdministrator;
import io.breakwater.config.apikey.ApiKeys;
import io.breakwater.config.certificate.TenantCertificates;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.drsettings.DrSettingsService;
import io.breakwater.config.role.BuiltInRole;
import io.breakwater.config.schedule.AgentScheduleService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** What a new tenant starts with: certificates, DR settings, schedules, an API key, an administrator. Works in the caller's transaction. */
@Singleton
class NewTenant {
    private final TenantCertificates certificates;
    private final DrSettingsService settings;
    private final ApiKeys apiKeys;
    private final FirstAdministrator administrator;
    private final AgentScheduleService schedules;

    NewTenant(
            TenantCertificates certificates,
            DrSettingsService settings,
            ApiKeys apiKeys,
            FirstAdministrator administrator,
            AgentScheduleService schedules) {
        this.certificates = certificates;
        this.settings = settings;
        this.apiKeys = apiKeys;
        this.administrator = administrator;
        this.schedules = schedules;
    }

    Uni<CreatedCustomerView> furnish(CustomerEntity customer, TenantWrite write) {
        TenantScope scope = new TenantScope(customer.id, TenantScope.DEFAULT_MICROTENANT);
        String username = "admin@" + customer.authDomains[0];
        return write.announce(new Change(Action.CREATED, "customer", customer.id, customer.name, null, null))
                .chain(() -> certificates.create(scope))
                .chain(() -> settings.create(write))
                .chain(() -> schedules.create(customer.id))
                .chain(() -> apiKeys.createFirst(customer.id))
                .chain(key -> administrator
                        .create(write, scope, username, BuiltInRole.ADMINISTRATOR)
                        .map(user -> CreatedCustomerView.of(customer, key, user)));
    }
}
