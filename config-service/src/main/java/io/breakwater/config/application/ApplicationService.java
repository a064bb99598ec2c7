package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.wire.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Application segments. */
@Singleton
public class ApplicationService extends ConfigObjectService<ApplicationEntity> {
    private static final String[] NO_PORTS = {};

    private final Association<ServerGroupEntity> serverGroups =
            new Association<>("application_server_group", "application_id", "server_group_id", ServerGroupEntity.class);
    private final Association<ConnectorGroupEntity> connectorGroups = new Association<>(
            "server_group_connector_group", "server_group_id", "app_connector_group_id", ConnectorGroupEntity.class);
    private final ConfigObjectRepository<SegmentGroupEntity> segmentGroups =
            new ConfigObjectRepository<>(SegmentGroupEntity.class);

    ApplicationService(NewObjects newObjects, TenantWrites writes) {
        super(ApplicationShape.SHAPE, ApplicationEntity.class, ApplicationEntity::new, newObjects, writes);
    }

    @Override
    protected void initialize(ApplicationEntity application, ObjectScope scope) {
        application.tcpPorts = NO_PORTS;
        application.udpPorts = NO_PORTS;
    }

    @Override
    protected void check(ApplicationEntity application, ObjectNode body, Refusals refusals) {
        PortRanges.TCP.read(body, refusals).ifPresent(ports -> application.tcpPorts = ports);
        PortRanges.UDP.read(body, refusals).ifPresent(ports -> application.udpPorts = ports);
        ApplicationRules.check(application, refusals);
    }

    @Override
    protected Uni<Void> admit(ApplicationEntity application, ObjectNode body) {
        TenantScope scope = new TenantScope(application.customerId, application.microtenantId);
        return segmentGroups
                .find(scope.where(), application.segmentGroupId)
                .onItem()
                .ifNull()
                .failWith(() -> IdList.unknown("segmentGroupId"))
                .replaceWithVoid();
    }

    @Override
    protected Uni<Void> link(ApplicationEntity application, ObjectNode body) {
        return serverGroups.replace(application, body, "serverGroups");
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<ApplicationEntity> page, List<ObjectNode> views) {
        each(page, views, ApplicationViews::putPorts);
        Set<Long> segmentGroupIds =
                page.stream().map(application -> application.segmentGroupId).collect(Collectors.toSet());
        return segmentGroups
                .findAll(scope.customerId(), segmentGroupIds)
                .invoke(found -> putSegmentGroups(page, views, found))
                .chain(() -> serverGroups.of(scope.customerId(), page))
                .chain(links -> reach(scope, links).invoke(groups -> putServerGroups(page, views, links, groups)))
                .replaceWithVoid();
    }

    /** The connector groups behind each server group. */
    private Uni<Map<Long, List<ConnectorGroupEntity>>> reach(
            ObjectScope scope, Map<Long, List<ServerGroupEntity>> links) {
        Set<ServerGroupEntity> used =
                links.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        return connectorGroups.of(scope.customerId(), used);
    }

    private static void putSegmentGroups(
            List<ApplicationEntity> page, List<ObjectNode> views, List<SegmentGroupEntity> found) {
        Map<Long, String> names = found.stream().collect(Collectors.toMap(group -> group.id, group -> group.name));
        each(page, views, (application, view) -> view.put("segmentGroupName", names.get(application.segmentGroupId)));
    }

    private static void putServerGroups(
            List<ApplicationEntity> page,
            List<ObjectNode> views,
            Map<Long, List<ServerGroupEntity>> links,
            Map<Long, List<ConnectorGroupEntity>> connectorGroups) {
        each(page, views, (application, view) -> {
            List<ServerGroupEntity> groups = links.getOrDefault(application.id, List.of());
            view.putArray("serverGroups")
                    .addAll(groups.stream()
                            .map(ApplicationService::inApplication)
                            .toList());
            boolean covered = groups.stream()
                    .flatMap(group -> connectorGroups.getOrDefault(group.id, List.of()).stream())
                    .anyMatch(group -> group.useInDrMode);
            view.put("isIncompleteDRConfig", application.useInDrMode && !covered);
            view.put("weightedLoadBalancing", false);
        });
    }

    private static ObjectNode inApplication(ServerGroupEntity group) {
        return ServerGroupEntity.SHAPE.write(group).put("weight", "0").put("passive", false);
    }

    private static void each(
            List<ApplicationEntity> page, List<ObjectNode> views, BiConsumer<ApplicationEntity, ObjectNode> action) {
        for (int i = 0; i < page.size(); i++) {
            action.accept(page.get(i), views.get(i));
        }
    }
}
