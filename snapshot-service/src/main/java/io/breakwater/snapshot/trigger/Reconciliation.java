package io.breakwater.snapshot.trigger;

import io.breakwater.snapshot.capture.CaptureRequests;
import io.breakwater.snapshot.configclient.ConfigClient;
import io.breakwater.snapshot.configclient.ConfigClient.Tenant;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes up for events that never came: asks for a capture of every tenant that config-service knows. Same content gives no new snapshot. */
@Singleton
class Reconciliation {
    private final ConfigClient config;
    private final Requester requester;

    Reconciliation(ConfigClient config, Requester requester) {
        this.config = config;
        this.requester = requester;
    }

    Uni<Void> run() {
        return config.tenants().chain(requester::request);
    }

    /** The part that is a transaction. */
    @Singleton
    static class Requester {
        private final CaptureRequests requests;

        Requester(CaptureRequests requests) {
            this.requests = requests;
        }

        @WithTransaction
        Uni<Void> request(List<Tenant> tenants) {
            return Multi.createFrom()
                    .iterable(tenants)
                    .onItem()
                    .transformToUniAndConcatenate(tenant -> requests.lookAgain(tenant.customerId()))
                    .collect()
                    .last()
                    .replaceWithVoid();
        }
    }
}
