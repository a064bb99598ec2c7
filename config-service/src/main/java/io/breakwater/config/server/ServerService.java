package io.breakwater.config.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Application servers. */
@Singleton
public class ServerService extends ConfigObjectService<ServerEntity> {
    private static final String GROUPS = "appServerGroupIds";

    private static final String DYNAMIC = "select g.name from server_group_server l join server_group g"
            + " on g.customer_id = l.customer_id and g.id = l.server_group_id and g.dynamic_discovery"
            + " where l.server_id = $1 order by g.id limit 1";

    private static final String EMPTY = "select g.name from server_group g where g.customer_id = $1"
            + " and g.id = any($2) and not g.dynamic_discovery"
            + " and not exists (select 1 from server_group_server l where l.server_group_id = g.id)"
            + " order by g.id limit 1";

    private final Association<ServerGroupEntity> serverGroups =
            new Association<>("server_group_server", "server_id", "server_group_id", ServerGroupEntity.class);

    ServerService(NewObjects newObjects, TenantWrites writes) {
        super(ServerEntity.SHAPE, ServerEntity.class, ServerEntity::new, newObjects, writes);
    }

    @Override
    protected Map<String, Association<?>> links() {
        return Map.of(GROUPS, serverGroups);
    }

    /** A server group finds its servers itself, or names at least one: that holds after a change from this side too. */
    @Override
    protected Uni<Void> link(TenantWrite write, ServerEntity server, ObjectNode body) {
        if (!body.path(GROUPS).isArray()) {
            return Uni.createFrom().voidItem();
        }
        return serverGroups
                .ids(List.of(server.id))
                .chain(before -> super.link(write, server, body)
                        .chain(() -> SessionSql.row(DYNAMIC, server.id))
                        .invoke(group -> refuse(group, "must not hold a server group with dynamicDiscovery"))
                        .chain(() -> SessionSql.row(
                                EMPTY,
                                server.customerId,
                                before.getOrDefault(server.id, List.of()).toArray(Long[]::new)))
                        .invoke(group -> refuse(group, "must hold each server group that has no other server")))
                .replaceWithVoid();
    }

    private static void refuse(Object[] group, String rule) {
        if (group != null) {
            throw Refusal.invalid(GROUPS, rule + ": " + group[0]);
        }
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<ServerEntity> page, List<ObjectNode> views) {
        return serverGroups
                .ids(page.stream().map(server -> server.id).toList())
                .invoke(links -> {
                    for (int i = 0; i < page.size(); i++) {
                        List<Long> groups = links.getOrDefault(page.get(i).id, List.of());
                        if (!groups.isEmpty()) {
                            ArrayNode list = views.get(i).putArray(GROUPS);
                            groups.forEach(id -> list.add(id.toString()));
                        }
                    }
                })
                .replaceWithVoid();
    }

    @Override
    protected Uni<Void> release(TenantWrite write, ServerEntity server, boolean force) {
        return refuseIfUsed("serverGroup", serverGroups.of(server));
    }
}
