package io.breakwater.snapshot.truth;

import io.breakwater.platform.owner.ResyncReport;
import io.breakwater.platform.owner.Resynced;
import io.breakwater.snapshot.configclient.ConfigClient;
import io.breakwater.snapshot.configclient.ConfigClient.Tenant;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Makes up for events that never came, and for those that told what is not: compares each tenant's revision with config-service's. */
@Singleton
class ConfigurationResync implements Resynced {
    private static final int AT_ONCE = 500;

    private final ConfigClient config;
    private final ConfigurationMender mender;

    ConfigurationResync(ConfigClient config, ConfigurationMender mender) {
        this.config = config;
        this.mender = mender;
    }

    @Override
    public String table() {
        return Tables.CONFIGURATIONS;
    }

    @Override
    public Uni<ResyncReport> resync() {
        return config.tenants().map(ConfigurationResync::inOneOrder).chain(this::compare);
    }

    private Uni<ResyncReport> compare(List<Tenant> tenants) {
        return Multi.createFrom()
                .iterable(tenants)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(mender::mend)
                .collect()
                .in(() -> new long[1], (sum, mended) -> sum[0] += mended)
                .map(sum -> new ResyncReport(tenants.size(), sum[0], 0));
    }

    /** So that two replicas that compare at once do not wait for each other's rows crosswise. */
    private static List<Tenant> inOneOrder(List<Tenant> tenants) {
        return tenants.stream().sorted(Comparator.comparing(Tenant::customerId)).toList();
    }
}
