package io.breakwater.config.agent;

import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.customer.TenantWrites;
import jakarta.inject.Singleton;

/** App Connectors as administrators see them. */
@Singleton
public class ConnectorService extends AgentService<ConnectorEntity, ConnectorGroupEntity> {
    ConnectorService(NewObjects newObjects, TenantWrites writes, ControlChannel channel, AgentViews views) {
        super(
                ConnectorEntity.SHAPE,
                ConnectorEntity.class,
                ConnectorEntity::new,
                ConnectorGroupEntity.class,
                new Shared(newObjects, writes, channel, views));
    }
}
