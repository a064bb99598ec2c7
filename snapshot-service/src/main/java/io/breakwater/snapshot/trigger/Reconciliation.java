package io.breakwater.snapshot.trigger;

import io.breakwater.snapshot.capture.CaptureRequests;
import io.breakwater.snapshot.configclient.ConfigClient;
import io.breakwater.snapshot.configclient.ConfigClient.Tenant;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Makes up for events that never came: asks for a capture of every tenant of which config-service has a newer revision than was captured. */
@Singleton
class Reconciliation {
    private final ConfigClient config;
    private final Requester requester;

    Reconciliation(ConfigClient config, Requester requester) {
        this.config = config;
        this.requester = requester;
    }

    Uni<Void> run() {
        return config.tenants().map(Reconciliation::inOneOrder).chain(requester::request);
    }

    /** So that two replicas that start at once do not wait for each other's rows crosswise. */
    private static List<Tenant> inOneOrder(List<Tenant> tenants) {
        return tenants.stream().sorted(Comparator.comparing(Tenant::customerId)).toList();
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
                    .transformToUniAndConcatenate(this::requestOne)
                    .collect()
                    .last()
                    .replaceWithVoid();
        }

        private Uni<Void> requestOne(Tenant tenant) {
            return tenant.revision() > 0
                    ? requests.changed(tenant.customerId(), tenant.revision())
                    : requests.lookAgain(tenant.customerId());
        }
    }
}
