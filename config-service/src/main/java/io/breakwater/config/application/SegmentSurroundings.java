package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.application.ServerGroupWeights.Link;
import io.breakwater.config.application.ServerGroupWeights.Weight;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.sql.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Adds to application segments what other tables say of them. A constant number of queries for a page. */
@Singleton
class SegmentSurroundings {
    /** Of these segments, those that lead to an App Connector group that is designated for DR. */
    private static final String COVERED = """
            select distinct l.application_id from application_server_group l
            join server_group_connector_group c on c.server_group_id = l.server_group_id
            join app_connector_group g on g.id = c.app_connector_group_id and g.use_in_dr_mode
            where l.application_id = any($1)""";

    private final ConfigObjectRepository<ServerGroupEntity> serverGroups =
            new ConfigObjectRepository<>(ServerGroupEntity.class);
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
        return weights.of(ids)
                .chain(links -> serverGroups
                        .findAll(scope.customerId(), linked(links))
                        .chain(groups ->
                                covered(ids).invoke(covered -> putServerGroups(page, views, groups, links, covered))))
                .replaceWithVoid();
    }

    private static void putServerGroups(
            List<ApplicationEntity> page,
            List<ObjectNode> views,
            List<ServerGroupEntity> groups,
            Map<Link, Weight> links,
            Set<Long> covered) {
        Map<Long, ServerGroupEntity> byId =
                groups.stream().collect(Collectors.toMap(group -> group.id, group -> group));
        Map<Long, SortedMap<Long, Weight>> bySegment = new HashMap<>();
        links.forEach((link, weight) -> bySegment
                .computeIfAbsent(link.applicationId(), id -> new TreeMap<>())
                .put(link.serverGroupId(), weight));
        each(page, views, (application, view) -> {
            ArrayNode list = view.putArray("serverGroups");
            bySegment
                    .getOrDefault(application.id, Collections.emptySortedMap())
                    .forEach((group, weight) -> list.add(ServerGroupEntity.SHAPE
                            .write(byId.get(group))
                            .put("weight", Long.toString(weight.weight()))
                            .put("passive", weight.passive())));
            view.put("isIncompleteDRConfig", application.useInDrMode && !covered.contains(application.id));
            view.put("weightedLoadBalancing", application.weightedLoadBalancing);
        });
    }

    private static Set<Long> linked(Map<Link, Weight> links) {
        return links.keySet().stream().map(Link::serverGroupId).collect(Collectors.toSet());
    }

    private static Uni<Set<Long>> covered(List<Long> ids) {
        return SessionSql.rows(COVERED, (Object) ids.toArray(Long[]::new))
                .map(rows -> rows.stream().map(row -> (Long) row[0]).collect(Collectors.toSet()));
    }

    private static void each(
            List<ApplicationEntity> page, List<ObjectNode> views, BiConsumer<ApplicationEntity, ObjectNode> action) {
        for (int i = 0; i < page.size(); i++) {
            action.accept(page.get(i), views.get(i));
        }
    }
}
