package io.breakwater.config.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.edgegroup.EdgeGroupEntity;
import io.breakwater.config.wire.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** A tenant's trusted networks. */
@Singleton
public class TrustedNetworkService extends ConfigObjectService<TrustedNetworkEntity> {
    private final Association<EdgeGroupEntity> groups = new Association<>(
            "service_edge_group_network", "trusted_network_id", "service_edge_group_id", EdgeGroupEntity.class);

    TrustedNetworkService(NewObjects newObjects, TenantWrites writes) {
        super(TrustedNetworkEntity.SHAPE, TrustedNetworkEntity.class, TrustedNetworkEntity::new, newObjects, writes);
    }

    @Override
    protected ObjectScope visible(ObjectScope scope) {
        return CustomerScope.of(scope);
    }

    /** One that comes without the id that its users know it by gets one. */
    @Override
    protected void check(TrustedNetworkEntity network, ObjectNode body, Refusals refusals) {
        if (network.networkId == null) {
            network.networkId = UUID.randomUUID().toString();
        }
    }

    @Override
    protected Uni<Void> release(TenantWrite write, TrustedNetworkEntity network, boolean force) {
        return refuseIfUsed("serviceEdgeGroup", groups.of(network));
    }
}
