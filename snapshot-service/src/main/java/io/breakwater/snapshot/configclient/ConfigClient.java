package io.breakwater.snapshot.configclient;

import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.contracts.config.DrView;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.platform.owner.Owner;
import io.breakwater.platform.owner.OwnerClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reads from config-service. A call fails when config-service is away or refuses; it is not repeated here, but by whoever has the work to
 * do. Safe for threads.
 */
@Singleton
public class ConfigClient {
    private final OwnerClient owners;

    ConfigClient(OwnerClient owners) {
        this.owners = owners;
    }

    /** The view's octets, from one transaction of config-service; {@link #view} reads them. Fails with {@link UnknownTenantException}. */
    public Uni<byte[]> drView(String customerId) {
        return owners.read(Owner.CONFIG_SERVICE, "api/v1/customers/" + customerId + "/dr-view")
                .onFailure(OwnerClient::isNotFound)
                .transform(failure -> new UnknownTenantException());
    }

    /** Every tenant. */
    public Uni<List<Tenant>> tenants() {
        return owners.read(Owner.CONFIG_SERVICE, "api/v1/customers").map(ConfigClient::tenants);
    }

    /**
     * Reads a view; may take long for a large tenant.
     *
     * @throws UncheckedIOException when it is no view
     */
    public static DrView view(byte[] octets) {
        try {
            return EventCodec.mapper().readValue(octets, DrView.class);
        } catch (IOException e) {
            throw new UncheckedIOException("config-service's answer is not a DR view", e);
        }
    }

    /** @param revision of the tenant's configuration, or 0 when config-service does not say */
    public record Tenant(String customerId, long revision) {}

    private static List<Tenant> tenants(byte[] octets) {
        try {
            return EventCodec.mapper().readValue(octets, new TypeReference<List<Tenant>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("config-service's answer is not a list of tenants", e);
        }
    }
}
