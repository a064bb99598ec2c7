package io.breakwater.config.server;

import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Application servers. */
@Singleton
public class ServerService extends ConfigObjectService<ServerEntity> {
    private final Association<ServerGroupEntity> serverGroups =
            new Association<>("server_group_server", "server_id", "server_group_id", ServerGroupEntity.class);

    ServerService(NewObjects newObjects, TenantWrites writes) {
        super(ServerEntity.SHAPE, ServerEntity.class, ServerEntity::new, newObjects, writes);
    }

    @Override
    protected Uni<Void> release(ServerEntity server, boolean force) {
        return refuseIfUsed("serverGroup", serverGroups.of(server));
    }
}
