package io.breakwater.config.connectorgroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.agent.AgentViews;
import io.breakwater.config.agent.ConnectorEntity;
import io.breakwater.config.agentgroup.GroupCertificate;
import io.breakwater.config.agentgroup.GroupVersion;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.provisioning.ProvisioningKeyEntity;
import io.breakwater.config.search.Computed;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.Shape;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** App Connector groups. */
@Singleton
public class ConnectorGroupService extends ConfigObjectService<ConnectorGroupEntity> {
    private static final String CONNECTORS = "connectors";

    private final Association<ServerGroupEntity> serverGroups = new Association<>(
            "server_group_connector_group", "app_connector_group_id", "server_group_id", ServerGroupEntity.class);
    private final ConfigObjectRepository<ConnectorEntity> connectors =
            new ConfigObjectRepository<>(ConnectorEntity.class);
    private final ConfigObjectRepository<ProvisioningKeyEntity> keys =
            new ConfigObjectRepository<>(ProvisioningKeyEntity.class);

    private final AgentViews agentViews;
    private final GroupCertificate certificate;

    ConnectorGroupService(
            NewObjects newObjects, TenantWrites writes, AgentViews agentViews, GroupCertificate certificate) {
        super(ConnectorGroupEntity.SHAPE, ConnectorGroupEntity.class, ConnectorGroupEntity::new, newObjects, writes);
        this.agentViews = agentViews;
        this.certificate = certificate;
    }

    @Override
    protected void check(ConnectorGroupEntity group, ObjectNode body, Refusals refusals) {
        group.check(body, refusals);
        boolean even = Objects.equals(group.tcpQuickAckApp, group.tcpQuickAckAssistant)
                && Objects.equals(group.tcpQuickAckApp, group.tcpQuickAckReadAssistant);
        refusals.addWhen(
                !even,
                "tcpQuickAckApp",
                "must be the same as tcpQuickAckAssistant and tcpQuickAckReadAssistant: all true or all false");
    }

    @Override
    protected Map<String, Association<?>> links() {
        return Map.of("serverGroups", serverGroups);
    }

    @Override
    protected Uni<Void> admit(ConnectorGroupEntity group, ObjectNode body) {
        return certificate.require(group);
    }

    @Override
    protected ObjectNode lasting(ObjectNode view) {
        return AgentViews.lasting(view, CONNECTORS);
    }

    @Override
    protected Uni<Void> release(TenantWrite write, ConnectorGroupEntity group, boolean force) {
        List<Long> id = List.of(group.id);
        return refuseIfUsed("serverGroup", serverGroups.of(group))
                .chain(() -> refuseIfUsed("connector", connectors.findBy(group.customerId, "groupId", id)))
                .chain(() -> refuseIfUsed("provisioningKey", keys.findBy(group.customerId, "appConnectorGroupId", id)));
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<ConnectorGroupEntity> page, List<ObjectNode> views) {
        List<Long> ids = page.stream().map(group -> group.id).toList();
        return serverGroups
                .of(scope.customerId(), page)
                .chain(links -> connectors
                        .findBy(scope.customerId(), "groupId", ids)
                        .chain(members -> agentViews.byGroup(ConnectorEntity.SHAPE, page, members))
                        .invoke(members -> describe(page, views, links, members)))
                .replaceWithVoid();
    }

    private static void describe(
            List<ConnectorGroupEntity> page,
            List<ObjectNode> views,
            Map<Long, List<ServerGroupEntity>> serverGroups,
            Map<Long, List<ObjectNode>> connectors) {
        for (int i = 0; i < page.size(); i++) {
            ConnectorGroupEntity group = page.get(i);
            GroupVersion.describe(group, views.get(i));
            Shape.putAll(views.get(i), "serverGroups", ServerGroupEntity.SHAPE, serverGroups.get(group.id));
            if (connectors.containsKey(group.id)) {
                views.get(i).putArray(CONNECTORS).addAll(connectors.get(group.id));
            }
        }
    }

    @Override
    protected ObjectNode asCreated(ConnectorGroupEntity group, ObjectNode view) {
        return GroupVersion.asCreated(super.asCreated(group, view));
    }

    @Override
    protected Optional<Computed> computed(String field) {
        return GroupVersion.computed(field);
    }
}
