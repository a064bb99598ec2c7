package io.breakwater.config.agent;

import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Shape;
import io.breakwater.contracts.event.AgentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/** An App Connector. */
@Entity
@DynamicUpdate
@Table(name = "app_connector")
public class ConnectorEntity extends AgentEntity {
    private static final AgentKeys KEYS =
            new AgentKeys("appConnectorGroupId", "appConnectorGroupName", "assistantVersion");

    /** The resource {@code connector}. */
    public static final Shape<ConnectorEntity> SHAPE =
            Shape.of("connector", ConfigObject.fields(true, agentFields("appConnectorGroupId")));

    @Override
    public AgentKind kind() {
        return AgentKind.APP_CONNECTOR;
    }

    @Override
    AgentKeys keys() {
        return KEYS;
    }
}
