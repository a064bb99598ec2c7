package io.breakwater.config.servergroup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.application.ApplicationEntity;
import io.breakwater.config.application.ApplicationShape;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.server.ServerEntity;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.Shape;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Server groups with their connector groups, their servers and the applications that use them. */
@Singleton
public class ServerGroupService extends ConfigObjectService<ServerGroupEntity> {
    private static final Set<String> ABSENT_IN_GROUPS =
            Set.of("latitude", "longitude", "upgradeDay", "upgradeTimeInSecs", "overrideVersionProfile");

    private static final String CONNECTOR_GROUPS = "appConnectorGroups";
    private static final String SERVERS = "servers";

    private final NewServers newServers;
    private final Association<ConnectorGroupEntity> connectorGroups = new Association<>(
            "server_group_connector_group", "server_group_id", "app_connector_group_id", ConnectorGroupEntity.class);
    private final Association<ServerEntity> servers =
            new Association<>("server_group_server", "server_group_id", "server_id", ServerEntity.class);
    private final Association<ServerGroupEntity> groupsOfApplications =
            new Association<>("application_server_group", "application_id", "server_group_id", ServerGroupEntity.class);
    private final Association<ApplicationEntity> applications =
            new Association<>("application_server_group", "server_group_id", "application_id", ApplicationEntity.class);

    ServerGroupService(NewObjects newObjects, TenantWrites writes, NewServers newServers) {
        super(ServerGroupEntity.SHAPE, ServerGroupEntity.class, ServerGroupEntity::new, newObjects, writes);
        this.newServers = newServers;
    }

    @Override
    protected Map<String, Association<?>> links() {
        return Map.of(CONNECTOR_GROUPS, connectorGroups, SERVERS, servers);
    }

    @Override
    protected void check(ServerGroupEntity group, ObjectNode body, Refusals refusals) {
        boolean extranet = Boolean.TRUE.equals(group.extranetEnabled);
        refusals.addWhen(
                extranet && !body.path("extranetDTO").isObject() && body.has("extranetEnabled"),
                "extranetDTO",
                "is required with extranetEnabled");
    }

    @Override
    protected Uni<Void> link(TenantWrite write, ServerGroupEntity group, ObjectNode body) {
        return connectorGroups.replace(group, body, CONNECTOR_GROUPS).chain(() -> linkServers(group, body));
    }

    private Uni<Void> linkServers(ServerGroupEntity group, ObjectNode body) {
        if (group.dynamicDiscovery) {
            return servers.clear(group);
        }
        return newServers
                .create(group, body)
                .chain(() -> servers.replace(group, body, SERVERS))
                .chain(() -> servers.ids(List.of(group.id)))
                .invoke(links -> {
                    if (links.isEmpty()) {
                        throw Refusal.invalid(SERVERS, "must name at least one server unless dynamicDiscovery is true");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    protected Uni<Void> release(TenantWrite write, ServerGroupEntity group, boolean force) {
        return force ? detach(write, group) : refuseIfUsed("application", applications.of(group));
    }

    /** Takes the group from the applications that use it, each of which is changed by that. */
    private Uni<Void> detach(TenantWrite write, ServerGroupEntity group) {
        return applications
                .of(group)
                .chain(users -> groupsOfApplications
                        .ids(users.stream().map(user -> user.id).toList())
                        .map(groups -> users.stream()
                                .map(user -> detached(user, groups.get(user.id), group.id))
                                .toList()))
                .call(() -> applications.clear(group))
                .chain(write::announceAll);
    }

    private static Change detached(ApplicationEntity application, List<Long> groups, Long gone) {
        return Change.of(
                Action.UPDATED,
                ApplicationShape.SHAPE,
                application,
                serverGroups(groups.stream()),
                serverGroups(groups.stream().filter(id -> !id.equals(gone))));
    }

    private static ObjectNode serverGroups(Stream<Long> ids) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ids.forEach(id -> record.withArray("serverGroups").add(id.toString()));
        return record;
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
