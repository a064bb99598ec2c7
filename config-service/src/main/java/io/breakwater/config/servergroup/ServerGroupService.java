package io.breakwater.config.servergroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.application.ApplicationEntity;
import io.breakwater.config.application.ApplicationShape;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.server.ServerEntity;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Shape;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Server groups with their connector groups, their servers and the applications that use them. */
@Singleton
public class ServerGroupService extends ConfigObjectService<ServerGroupEntity> {
    private static final Set<String> ABSENT_IN_GROUPS =
            Set.of("latitude", "longitude", "upgradeDay", "upgradeTimeInSecs", "overrideVersionProfile");

    private final Association<ConnectorGroupEntity> connectorGroups = new Association<>(
            "server_group_connector_group", "server_group_id", "app_connector_group_id", ConnectorGroupEntity.class);
    private final Association<ServerEntity> servers =
            new Association<>("server_group_server", "server_group_id", "server_id", ServerEntity.class);
    private final Association<ApplicationEntity> applications =
            new Association<>("application_server_group", "server_group_id", "application_id", ApplicationEntity.class);

    ServerGroupService(NewObjects newObjects, TenantWrites writes) {
        super(ServerGroupEntity.SHAPE, ServerGroupEntity.class, ServerGroupEntity::new, newObjects, writes);
    }

    @Override
    protected Uni<Void> link(ServerGroupEntity group, ObjectNode body) {
        return connectorGroups.replace(group, body, "appConnectorGroups").chain(() -> linkServers(group, body));
    }

    private Uni<Void> linkServers(ServerGroupEntity group, ObjectNode body) {
        if (group.dynamicDiscovery) {
            return servers.clear(group);
        }
        return servers.replace(group, body, "servers")
                .chain(() -> servers.ids(List.of(group.id)))
                .invoke(links -> {
                    if (links.isEmpty()) {
                        throw Refusal.invalid(
                                "servers", "must name at least one server unless dynamicDiscovery is true");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    protected Uni<Void> release(ServerGroupEntity group, boolean force) {
        return refuseIfUsed("application", applications.of(group));
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<ServerGroupEntity> page, List<ObjectNode> views) {
        long tenant = scope.customerId();
        return connectorGroups
                .of(tenant, page)
                .invoke(found -> putConnectorGroups(page, views, found))
                .chain(() -> servers.of(tenant, page))
                .invoke(found -> each(page, views, "servers", ServerEntity.SHAPE, found))
                .chain(() -> applications.of(tenant, page))
                .invoke(found -> putApplications(page, views, found))
                .replaceWithVoid();
    }

    private static <T> void each(
            List<ServerGroupEntity> page,
            List<ObjectNode> views,
            String key,
            Shape<T> shape,
            Map<Long, List<T>> found) {
        for (int i = 0; i < page.size(); i++) {
            Shape.putAll(views.get(i), key, shape, found.get(page.get(i).id));
        }
    }

    private static void putConnectorGroups(
            List<ServerGroupEntity> page, List<ObjectNode> views, Map<Long, List<ConnectorGroupEntity>> found) {
        each(page, views, "appConnectorGroups", ConnectorGroupEntity.SHAPE, found);
        views.forEach(view ->
                view.path("appConnectorGroups").forEach(group -> ((ObjectNode) group).remove(ABSENT_IN_GROUPS)));
    }

    private static void putApplications(
            List<ServerGroupEntity> page, List<ObjectNode> views, Map<Long, List<ApplicationEntity>> found) {
        each(page, views, "applications", ApplicationShape.SHAPE, found);
        views.forEach(view -> view.path("applications")
                .forEach(application -> ((ObjectNode) application).retain("id", "name", "enabled")));
    }
}
