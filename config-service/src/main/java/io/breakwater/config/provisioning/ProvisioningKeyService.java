package io.breakwater.config.provisioning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.agentgroup.AgentGroup;
import io.breakwater.config.certificate.CertificateEntity;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.CustomerScope;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.NarrowedScope;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.connectorgroup.ConnectorGroupEntity;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.edgegroup.EdgeGroupEntity;
import io.breakwater.config.search.Computed;
import io.breakwater.config.search.Where;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusals;
import io.breakwater.config.wire.WireTypes;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Provisioning keys. */
@Singleton
public class ProvisioningKeyService extends ConfigObjectService<ProvisioningKeyEntity> {
    private static final int LONGEST_NAME = 255;
    private static final String GROUP_ID = "coalesce(e.appConnectorGroupId, e.serviceEdgeGroupId)";
    private static final String GROUP_NAME =
            "coalesce((select g.name from ConnectorGroupEntity g where g.customerId = e.customerId and g.id = e.appConnectorGroupId),"
                    + " (select g.name from EdgeGroupEntity g where g.customerId = e.customerId and g.id = e.serviceEdgeGroupId))";
    private static final String ISSUER_NAME =
            "(select c.name from CertificateEntity c where c.customerId = e.customerId and c.id = e.enrollmentCertId)";

    private final ConfigObjectRepository<ConnectorGroupEntity> connectorGroups =
            new ConfigObjectRepository<>(ConnectorGroupEntity.class);
    private final ConfigObjectRepository<EdgeGroupEntity> edgeGroups =
            new ConfigObjectRepository<>(EdgeGroupEntity.class);
    private final ConfigObjectRepository<CertificateEntity> certificates =
            new ConfigObjectRepository<>(CertificateEntity.class);
    private final KeyText text;

    ProvisioningKeyService(NewObjects newObjects, TenantWrites writes, KeyText text) {
        super(ProvisioningKeyEntity.SHAPE, ProvisioningKeyEntity.class, ProvisioningKeyEntity::new, newObjects, writes);
        this.text = text;
    }

    /** The keys of one group. */
    @WithSession
    public Uni<List<ObjectNode>> ofGroup(KeyScope scope, String groupId) {
        String attribute = scope.type() == AssociationType.CONNECTOR_GRP ? "appConnectorGroupId" : "serviceEdgeGroupId";
        return groups(scope.type())
                .require(CustomerScope.of(scope), groupId)
                .map(group -> Where.of("e." + attribute + " = :group", Map.of("group", group.id)))
                .chain(ofGroup -> objects().all(new NarrowedScope(scope, ofGroup)))
                .chain(keys -> views(scope, keys));
    }

    @Override
    protected void initialize(ProvisioningKeyEntity key, ObjectScope scope) {
        key.associationType = ((KeyScope) scope).type();
        text.invent(key);
    }

    @Override
    protected void check(ProvisioningKeyEntity key, ObjectNode body, Refusals refusals) {
        refusals.addWhen(key.associationType.kind().isEmpty(), "associationType", "has no groups here");
        if (key.groupId() == null) {
            Ids.parse(body.path("zcomponentId").asText(null))
                    .ifPresentOrElse(
                            key::enrolInto,
                            () -> refusals.add("zcomponentId", "must be the id of the group that the key enrols into"));
        }
        refusals.addWhen(
                key.maxUsage != null && key.maxUsage < key.usageCount,
                "maxUsage",
                "must not be below the uses so far: " + key.usageCount);
    }

    @Override
    protected ObjectScope limitedWith(ProvisioningKeyEntity key) {
        Where ofType = Where.of("e.associationType = :type", Map.of("type", key.associationType));
        return new NarrowedScope(new CustomerScope(key.customerId), ofType);
    }

    @Override
    protected String limitKind(ProvisioningKeyEntity key) {
        return key.associationType.name();
    }

    @Override
    protected Uni<Void> admit(ProvisioningKeyEntity key, ObjectNode body) {
        return groups(key.associationType)
                .findAll(key.customerId, Set.of(key.groupId()))
                .map(found -> found.stream()
                        .filter(group -> group.microtenantId.equals(key.microtenantId))
                        .toList())
                .invoke(found -> requireOne(found, "zcomponentId"))
                .chain(() -> certificates.findAll(key.customerId, Set.of(key.enrollmentCertId)))
                .invoke(found -> requireOne(
                        found.stream().filter(CertificateEntity::hasPrivateKey).toList(), "enrollmentCertId"))
                .replaceWithVoid();
    }

    private static void requireOne(List<?> found, String field) {
        if (found.isEmpty()) {
            throw IdList.unknown(field);
        }
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<ProvisioningKeyEntity> page, List<ObjectNode> views) {
        Set<Long> groupIds = page.stream().map(ProvisioningKeyEntity::groupId).collect(Collectors.toSet());
        Set<Long> certificateIds =
                page.stream().map(key -> key.enrollmentCertId).collect(Collectors.toSet());
        return groups(page.get(0).associationType)
                .findAll(scope.customerId(), groupIds)
                .chain(groups -> certificates
                        .findAll(scope.customerId(), certificateIds)
                        .invoke(found -> describe(page, views, groups, found)))
                .replaceWithVoid();
    }

    private ConfigObjectRepository<? extends AgentGroup> groups(AssociationType type) {
        return type == AssociationType.CONNECTOR_GRP ? connectorGroups : edgeGroups;
    }

    private void describe(
            List<ProvisioningKeyEntity> page,
            List<ObjectNode> views,
            List<? extends AgentGroup> groups,
            List<CertificateEntity> issuers) {
        Map<Long, String> groupNames =
                groups.stream().collect(Collectors.toMap(group -> group.id, group -> group.name));
        Map<Long, String> issuerNames =
                issuers.stream().collect(Collectors.toMap(issuer -> issuer.id, issuer -> issuer.name));
        for (int i = 0; i < page.size(); i++) {
            ProvisioningKeyEntity key = page.get(i);
            ObjectNode view = views.get(i)
                    .put("associationType", key.associationType.name())
                    .put("zcomponentName", groupNames.get(key.groupId()))
                    .put("enrollmentCertName", issuerNames.get(key.enrollmentCertId));
            if (key.exportable) {
                view.put("provisioningKey", text.reveal(key));
            }
        }
    }

    @Override
    protected Optional<Computed> computed(String field) {
        return switch (field) {
            case "zcomponentId" -> Optional.of(new Computed(WireTypes.id(), GROUP_ID));
            case "zcomponentName" -> Optional.of(new Computed(WireTypes.text(LONGEST_NAME), GROUP_NAME));
            case "enrollmentCertName" -> Optional.of(new Computed(WireTypes.text(LONGEST_NAME), ISSUER_NAME));
            default -> Optional.empty();
        };
    }

    /** The one answer that always holds the text. */
    @Override
    protected ObjectNode asCreated(ProvisioningKeyEntity key, ObjectNode view) {
        return super.asCreated(key, view)
                .put("provisioningKey", text.reveal(key))
                .remove(List.of("zcomponentName", "enrollmentCertName"));
    }
}
