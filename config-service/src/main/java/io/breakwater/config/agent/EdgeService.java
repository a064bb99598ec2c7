package io.breakwater.config.agent;

import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.edgegroup.EdgeGroupEntity;
import jakarta.inject.Singleton;

/** Private Service Edges as administrators see them. */
@Singleton
public class EdgeService extends AgentService<EdgeEntity, EdgeGroupEntity> {
    EdgeService(NewObjects newObjects, TenantWrites writes, ControlChannel channel, AgentViews views) {
        super(
                EdgeEntity.SHAPE,
                EdgeEntity.class,
                EdgeEntity::new,
                EdgeGroupEntity.class,
                new Shared(newObjects, writes, channel, views));
    }
}
