package io.breakwater.watcher.settings;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the broker has given this replica its share of the tenants. */
@Readiness
@ApplicationScoped
class TableReadiness implements HealthCheck {
    private final TenantTable table;

    TableReadiness(TenantTable table) {
        this.table = table;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("settings-table")
                .status(table.isAssigned())
                .build();
    }
}
