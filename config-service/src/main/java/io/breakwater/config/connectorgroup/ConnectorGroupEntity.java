package io.breakwater.config.connectorgroup;

import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.configobject.ConfigObject;
import io.breakwater.config.wire.Field;
import io.breakwater.config.wire.Shape;
import io.breakwater.config.wire.WireTypes;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;

/** An App Connector group. */
@Entity
@Table(name = "app_connector_group")
public class ConnectorGroupEntity extends AgentGroup {
    public String dnsQueryType;
    public Boolean tcpQuickAckApp;
    public Boolean tcpQuickAckAssistant;
    public Boolean tcpQuickAckReadAssistant;
    public Boolean praEnabled;
    public Boolean wafDisabled;
    public Boolean lssAppConnectorGroup;
    public String connectorGroupType;

    private static final List<Field<ConnectorGroupEntity, ?>> OWN = List.of(
            Field.of(
                    "dnsQueryType",
                    WireTypes.choice("IPV4_IPV6", "IPV4", "IPV6"),
                    group -> group.dnsQueryType,
                    (group, v) -> group.dnsQueryType = v,
                    "IPV4_IPV6"),
            Field.flag("tcpQuickAckApp", group -> group.tcpQuickAckApp, (group, v) -> group.tcpQuickAckApp = v, false),
            Field.flag(
                    "tcpQuickAckAssistant",
                    group -> group.tcpQuickAckAssistant,
                    (group, v) -> group.tcpQuickAckAssistant = v,
                    false),
            Field.flag(
                    "tcpQuickAckReadAssistant",
                    group -> group.tcpQuickAckReadAssistant,
                    (group, v) -> group.tcpQuickAckReadAssistant = v,
                    false),
            Field.flag("praEnabled", group -> group.praEnabled, (group, v) -> group.praEnabled = v, false),
            Field.flag("wafDisabled", group -> group.wafDisabled, (group, v) -> group.wafDisabled = v, false),
            Field.flag(
                    "lssAppConnectorGroup",
                    group -> group.lssAppConnectorGroup,
                    (group, v) -> group.lssAppConnectorGroup = v,
                    false),
            Field.of(
                    "connectorGroupType",
                    WireTypes.text(32),
                    group -> group.connectorGroupType,
                    (group, v) -> group.connectorGroupType = v == null ? "APP" : v,
                    "APP"));

    /** The resource {@code appConnectorGroup}. */
    public static final Shape<ConnectorGroupEntity> SHAPE =
            Shape.of("appConnectorGroup", ConfigObject.fields(true, groupFields(false, OWN)));
}
