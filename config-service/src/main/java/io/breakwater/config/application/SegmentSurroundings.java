package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.application.ServerGroupWeights.Link;
import io.breakwater.config.application.ServerGroupWeights.Weight;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Adds to application segments what other tables say of them. A constant number of queries for a page. */
@Singleton
class SegmentSurroundings {
    private final Association<ServerGroupEntity> serverGroups =
            new Association<>("application_server_group", "application_id", "server_group_id", ServerGroupEntity.class);
    private final Association<ConnectorGroupEntity> connectorGroups = new Association<>(
            "server_group_connector_group", "server_group_id", "app_connector_group_id", ConnectorGroupEntity.class);
    private final ConfigObjectRepository<SegmentGroupEntity> segmentGroups =
            new ConfigObjectRepository<>(SegmentGroupEntity.class);
    private final SegmentSharing sharing;
    private final ServerGroupWeights weights;

    SegmentSurroundings(SegmentSharing sharing, ServerGroupWeights weights) {
        this.sharing = sharing;
        this.weights = weights;
    }

    Uni<Void> put(ObjectScope scope, List<ApplicationEntity> page, List<ObjectNode> views) {
        List<Long> ids = page.stream().map(application -> application.id).toList();
        each(page, views, ApplicationViews::putPorts);
        return putSegmentGroups(scope, page, views)
                .chain(() -> putServerGroups(scope, page, views))
                .chain(() -> sharing.of(ids))
                .invoke(shares -> each(page, views, (application, view) -> {
                    if (shares.containsKey(application.id)) {
                        view.set("sharedMicrotenantDetails", SegmentSharing.view(shares.get(application.id)));
                    }
                }))
                .replaceWithVoid();
    }

    private Uni<Void> putSegmentGroups(ObjectScope scope, List<ApplicationEntity> page, List<ObjectNode> views) {
        Set<Long> groupIds =
                page.stream().map(application -> application.segmentGroupId).collect(Collectors.toSet());
        return segmentGroups
                .findAll(scope.customerId(), groupIds)
                .map(found -> found.stream().collect(Collectors.toMap(group -> group.id, group -> group.name)))
                .invoke(names -> each(
                        page,
                        views,
                        (application, view) -> view.put("segmentGroupName", names.get(application.segmentGroupId))))
                .replaceWithVoid();
    }

    private Uni<Void> putServerGroups(ObjectScope scope, List<ApplicationEntity> page, List<ObjectNode> views) {
        List<Long> ids = page.stream().map(application -> application.id).toList();
        return serverGroups
                .of(scope.customerId(), page)
                .chain(links -> weights.of(ids)
                        .chain(found -> reach(scope, links)
                                .invoke(reached -> each(
                                        page,
                                        views,
                                        (application, view) -> putServerGroups(
                                                application,
                                                view,
                                                links.getOrDefault(application.id, List.of()),
                                                found,
                                                reached)))))
                .replaceWithVoid();
    }

    /** The connector groups behind each server group. */
    private Uni<Map<Long, List<ConnectorGroupEntity>>> reach(
            ObjectScope scope, Map<Long, List<ServerGroupEntity>> links) {
        Set<ServerGroupEntity> used =
                links.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return connectorGroups.of(scope.customerId(), used);
    }

    private static void putServerGroups(
            ApplicationEntity application,
            ObjectNode view,
            List<ServerGroupEntity> groups,
            Map<Link, Weight> weights,
            Map<Long, List<ConnectorGroupEntity>> reached) {
        ArrayNode list = view.putArray("serverGroups");
        for (ServerGroupEntity group : groups) {
            Weight weight = weights.getOrDefault(new Link(application.id, group.id), Weight.NONE);
            list.add(ServerGroupEntity.SHAPE
                    .write(group)
                    .put("weight", Long.toString(weight.weight()))
                    .put("passive", weight.passive()));
        }
        boolean covered = groups.stream()
                .flatMap(group -> reached.getOrDefault(group.id, List.of()).stream())
                .anyMatch(group -> group.useInDrMode);
        view.put("isIncompleteDRConfig", application.useInDrMode && !covered);
        view.put("weightedLoadBalancing", application.weightedLoadBalancing);
    }

    private static void each(
            List<ApplicationEntity> page, List<ObjectNode> views, BiConsumer<ApplicationEntity, ObjectNode> action) {
        for (int i = 0; i < page.size(); i++) {
            action.accept(page.get(i), views.get(i));
        }
    }
}
