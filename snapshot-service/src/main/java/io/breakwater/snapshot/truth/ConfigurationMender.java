package io.breakwater.snapshot.truth;

import io.breakwater.snapshot.capture.CaptureRequests;
import io.breakwater.snapshot.capture.CaptureStanding;
import io.breakwater.snapshot.configclient.ConfigClient.Tenant;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks for captures of tenants of which config-service has something that was not told, and forgets what was told and is not. */
@Singleton
class ConfigurationMender {
    private final CaptureRequests requests;

    ConfigurationMender(CaptureRequests requests) {
        this.requests = requests;
    }

    /** How many of them were mended. One transaction. */
    @WithTransaction
    Uni<Long> mend(List<Tenant> tenants) {
        return requests.standings(tenants.stream().map(Tenant::customerId).toList())
                .map(found ->
                        found.stream().collect(Collectors.toMap(CaptureStanding::customerId, Function.identity())))
                .chain(standings -> mend(tenants, standings));
    }

    private Uni<Long> mend(List<Tenant> tenants, Map<String, CaptureStanding> standings) {
        return Multi.createFrom()
                .iterable(tenants)
                .onItem()
                .transformToUniAndConcatenate(tenant -> mend(tenant, standings.get(tenant.customerId())))
                .filter(mended -> mended)
                .collect()
                .with(Collectors.counting());
    }

    private Uni<Boolean> mend(Tenant tenant, CaptureStanding standing) {
        if (standing == null) {
            return tenant.revision() > 0
                    ? requests.changed(tenant.customerId(), tenant.revision()).replaceWith(true)
                    : requests.lookAgain(tenant.customerId()).replaceWith(true);
        }
        if (tenant.revision() <= 0 || tenant.revision() == Math.max(standing.told(), standing.captured())) {
            return Uni.createFrom().item(false);
        }
        if (tenant.revision() > Math.max(standing.told(), standing.captured())) {
            return requests.changed(tenant.customerId(), tenant.revision()).replaceWith(true);
        }
        // below what was told or captured: the owner's word is the newest, from a backup for example
        return requests.isNoNewerThan(tenant.customerId(), tenant.revision())
                .chain(() -> requests.lookAgain(tenant.customerId()))
                .replaceWith(true);
    }
}
