package io.breakwater.config.edgegroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.agent.AgentViews;
import io.breakwater.config.agent.EdgeEntity;
import io.breakwater.config.agentgroup.GroupCertificate;
import io.breakwater.config.agentgroup.GroupVersion;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.network.TrustedNetworkEntity;
import io.breakwater.config.provisioning.ProvisioningKeyEntity;
import io.breakwater.config.search.Computed;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.Shape;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Private Service Edge groups. */
@Singleton
public class EdgeGroupService extends ConfigObjectService<EdgeGroupEntity> {
    private static final String NETWORKS = "trustedNetworks";
    private static final String EDGES = "serviceEdges";

    private final Association<TrustedNetworkEntity> networks = Association.toTenantWide(
            "service_edge_group_network", "service_edge_group_id", "trusted_network_id", TrustedNetworkEntity.class);
    private final ConfigObjectRepository<EdgeEntity> edges = new ConfigObjectRepository<>(EdgeEntity.class);
    private final ConfigObjectRepository<ProvisioningKeyEntity> keys =
            new ConfigObjectRepository<>(ProvisioningKeyEntity.class);

    private final AgentViews agentViews;
    private final GroupCertificate certificate;

    EdgeGroupService(NewObjects newObjects, TenantWrites writes, AgentViews agentViews, GroupCertificate certificate) {
        super(EdgeGroupEntity.SHAPE, EdgeGroupEntity.class, EdgeGroupEntity::new, newObjects, writes);
        this.agentViews = agentViews;
        this.certificate = certificate;
    }

    @Override
    protected Map<String, Association<?>> links() {
        return Map.of(NETWORKS, networks);
    }

    @Override
    protected void check(EdgeGroupEntity group, ObjectNode body, Refusals refusals) {
        group.check(body, refusals);
        if (Boolean.TRUE.equals(group.graceDistanceEnabled)) {
            refusals.addWhen(
                    group.graceDistanceValue == null, "graceDistanceValue", "is required when graceDistanceEnabled");
            refusals.addWhen(
                    group.graceDistanceValueUnit == null,
                    "graceDistanceValueUnit",
                    "is required when graceDistanceEnabled: MILES or KMS");
        }
        refusals.addWhen(
                "MILES".equals(group.graceDistanceValueUnit)
                        && group.graceDistanceValue != null
                        && group.graceDistanceValue.compareTo(Distance.MOST_MILES) > 0,
                "graceDistanceValue",
                "must be at most " + Distance.MOST_MILES + " miles");
    }

    @Override
    protected Uni<Void> admit(EdgeGroupEntity group, ObjectNode body) {
        return certificate.require(group);
    }

    /** An edge keeps to the group that it was enrolled into, whose snapshots it has: a request can only name those that are there. */
    @Override
    protected Uni<Void> link(TenantWrite write, EdgeGroupEntity group, ObjectNode body) {
        Optional<Set<Long>> ids = IdList.read(body, EDGES);
        return super.link(write, group, body)
                .chain(() -> ids.isPresent()
                        ? requireMembers(group, ids.get())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> requireMembers(EdgeGroupEntity group, Set<Long> ids) {
        return edges.findAll(group.customerId, ids)
                .invoke(found -> {
                    boolean within = found.stream().allMatch(edge -> edge.microtenantId.equals(group.microtenantId));
                    if (found.size() < ids.size() || !within) {
                        throw IdList.unknown(EDGES);
                    }
                    if (found.stream().anyMatch(edge -> !edge.groupId.equals(group.id))) {
                        throw Refusal.invalid(
                                EDGES,
                                "must not hold service edges of another group: enrol them with a provisioning key of this one");
                    }
                })
                .replaceWithVoid();
    }

    @Override
    protected ObjectNode lasting(ObjectNode view) {
        return AgentViews.lasting(view, EDGES);
    }

    @Override
    protected Uni<Void> release(TenantWrite write, EdgeGroupEntity group, boolean force) {
        List<Long> id = List.of(group.id);
        return refuseIfUsed("serviceEdge", edges.findBy(group.customerId, "groupId", id))
                .chain(() -> refuseIfUsed("provisioningKey", keys.findBy(group.customerId, "serviceEdgeGroupId", id)));
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<EdgeGroupEntity> page, List<ObjectNode> views) {
        List<Long> ids = page.stream().map(group -> group.id).toList();
        return edges.findBy(scope.customerId(), "groupId", ids)
                .chain(members -> agentViews.byGroup(EdgeEntity.SHAPE, page, members))
                .invoke(members -> describe(page, views, members))
                .chain(() -> networks.of(scope.customerId(), page))
                .invoke(found -> {
                    for (int i = 0; i < page.size(); i++) {
                        Shape.putAll(views.get(i), NETWORKS, TrustedNetworkEntity.SHAPE, found.get(page.get(i).id));
                    }
                })
                .replaceWithVoid();
    }

    private static void describe(
            List<EdgeGroupEntity> page, List<ObjectNode> views, Map<Long, List<ObjectNode>> members) {
        for (int i = 0; i < page.size(); i++) {
            GroupVersion.describe(page.get(i), views.get(i));
            List<ObjectNode> edgesOfGroup = members.get(page.get(i).id);
            if (edgesOfGroup != null) {
                views.get(i).putArray(EDGES).addAll(edgesOfGroup);
            }
        }
    }

    @Override
    protected ObjectNode asCreated(EdgeGroupEntity group, ObjectNode view) {
        return GroupVersion.asCreated(super.asCreated(group, view));
    }

    @Override
    protected Optional<Computed> computed(String field) {
        return GroupVersion.computed(field);
    }
}
