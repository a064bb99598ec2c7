package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.application.ServerGroupWeights.Link;
import io.breakwater.config.application.ServerGroupWeights.Weight;
import io.breakwater.config.configobject.Association;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.DatabaseRefusals;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.microtenant.Confinement;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.wire.JsonBody;
import io.breakwater.config.wire.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/** Where an application segment belongs, who else sees it and how it spreads its load: one use case a method. */
@Singleton
public class ApplicationPlacement {
    private static final String WEIGHTED = "weightedLoadBalancing";
    private static final String MAPPINGS = "applicationToServerGroupMappings";

    private final ConfigObjectRepository<ApplicationEntity> applications =
            new ConfigObjectRepository<>(ApplicationEntity.class);
    private final Association<ServerGroupEntity> serverGroups =
            new Association<>("application_server_group", "application_id", "server_group_id", ServerGroupEntity.class);
    private final TenantWrites writes;
    private final Confinement confinement;
    private final MoveTarget targets;
    private final SegmentSharing sharing;
    private final ServerGroupWeights weights;

    ApplicationPlacement(
            TenantWrites writes,
            MoveTarget targets,
            SegmentSharing sharing,
            ServerGroupWeights weights,
            Confinement confinement) {
        this.writes = writes;
        this.confinement = confinement;
        this.targets = targets;
        this.sharing = sharing;
        this.weights = weights;
    }

    /** Into another microtenant, with a segment group and a server group of that one. It is shared with nobody afterwards. */
    @WithTransaction
    public Uni<Void> move(ObjectScope scope, String id, ObjectNode body) {
        return change(
                scope,
                id,
                application -> confinement
                        .requireWithin(
                                List.of(MoveTarget.microtenant(body)), () -> IdList.unknown("targetMicrotenantId"))
                        .chain(() -> targets.read(application, body))
                        .invoke(target -> target.put(application))
                        .chain(target -> applications
                                .flush()
                                .chain(() -> sharing.replace(application, Set.of()))
                                .chain(() -> serverGroups.clear(application))
                                .chain(() -> serverGroups.add(application, target.serverGroupIds()))));
    }

    /** With these microtenants and no others; its own is never among them. */
    @WithTransaction
    public Uni<Void> share(ObjectScope scope, String id, ObjectNode body) {
        Set<Long> microtenants = IdList.read(body, "shareToMicrotenants")
                .orElseThrow(() -> Refusal.invalid("shareToMicrotenants", "is required: a list of ids"));
        return change(scope, id, application -> {
            if (microtenants.contains(application.microtenantId)) {
                throw Refusal.invalid("shareToMicrotenants", "must not hold the segment's own microtenant");
            }
            return confinement
                    .requireWithin(microtenants, () -> IdList.unknown("shareToMicrotenants"))
                    .chain(() -> sharing.replace(application, microtenants))
                    .onFailure(ConstraintViolationException.class)
                    .transform(failure -> IdList.unknown("shareToMicrotenants"));
        });
    }

    @WithSession
    public Uni<ObjectNode> weights(ObjectScope scope, String id) {
        return applications
                .require(new SharedScope(scope), id)
                .chain(application -> serverGroups
                        .of(application)
                        .chain(groups ->
                                weights.of(List.of(application.id)).map(found -> view(application, groups, found))));
    }

    @WithTransaction
    public Uni<Void> updateWeights(ObjectScope scope, String id, ObjectNode body) {
        return change(scope, id, application -> {
            JsonBody.flag(body, WEIGHTED).ifPresent(weighted -> application.weightedLoadBalancing = weighted);
            return weights.update(application, body.path(MAPPINGS)).chain(applications::flush);
        });
    }

    /** One use case: the tenant's lock, the segment, the change, event and audit entry. */
    private Uni<Void> change(ObjectScope scope, String id, Function<ApplicationEntity, Uni<Void>> work) {
        return writes.begin(scope)
                .chain(write -> applications
                        .require(scope, id)
                        .chain(application -> recorded(application).chain(before -> {
                            stamp(write, application);
                            return work.apply(application)
                                    .chain(() -> recorded(application))
                                    .chain(after -> write.announce(Change.of(
                                            Action.UPDATED, ApplicationShape.SHAPE, application, before, after)));
                        })))
                .onFailure()
                .transform(DatabaseRefusals::translate);
    }

    private static void stamp(TenantWrite write, ApplicationEntity application) {
        application.modifiedTime = write.at();
        application.modifiedBy = write.by();
    }

    /** The segment with its place, who sees it and how it spreads its load: what the audit trail keeps. */
    private Uni<ObjectNode> recorded(ApplicationEntity application) {
        ObjectNode record = ApplicationShape.SHAPE
                .write(application)
                .put("microtenantId", application.microtenantId.toString())
                .put(WEIGHTED, application.weightedLoadBalancing);
        List<Long> id = List.of(application.id);
        return sharing.of(id)
                .invoke(shares -> record.set(
                        "sharedMicrotenantDetails",
                        SegmentSharing.view(shares.getOrDefault(application.id, List.of()))))
                .chain(() -> weights.of(id))
                .invoke(links -> new TreeMap<>(links)
                        .forEach((link, weight) -> record.withArray(MAPPINGS)
                                .addObject()
                                .put("id", Long.toString(link.serverGroupId()))
                                .put("weight", Long.toString(weight.weight()))
                                .put("passive", weight.passive())))
                .replaceWith(record);
    }

    private static ObjectNode view(
            ApplicationEntity application, List<ServerGroupEntity> groups, Map<Link, Weight> weights) {
        ObjectNode view = JsonNodeFactory.instance
                .objectNode()
                .put("applicationId", application.id.toString())
                .put(WEIGHTED, application.weightedLoadBalancing);
        ArrayNode mappings = view.putArray(MAPPINGS);
        for (ServerGroupEntity group : groups) {
            Weight weight = weights.getOrDefault(new Link(application.id, group.id), Weight.NONE);
            mappings.addObject()
                    .put("id", group.id.toString())
                    .put("name", group.name)
                    .put("passive", weight.passive())
                    .put("weight", Long.toString(weight.weight()));
        }
        return view;
    }
}
