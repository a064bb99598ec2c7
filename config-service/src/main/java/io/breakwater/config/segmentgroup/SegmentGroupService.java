package io.breakwater.config.segmentgroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.application.ApplicationEntity;
import io.breakwater.config.application.ApplicationShape;
import io.breakwater.config.application.ApplicationViews;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.ConfigObjectService;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.NewObjects;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.customer.TenantWrite;
import io.breakwater.config.customer.TenantWrite.Action;
import io.breakwater.config.customer.TenantWrite.Change;
import io.breakwater.config.customer.TenantWrites;
import io.breakwater.config.wire.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Segment groups. Every application is in exactly one, so a request can only bring applications in: into {@code applications} (v1) or
 * {@code addedApps} (v2).
 */
@Singleton
public class SegmentGroupService extends ConfigObjectService<SegmentGroupEntity> {
    private static final String BRIEF = "skipDetailedAppInfo";
    private static final List<String> BRINGING_IN = List.of("applications", "addedApps");

    private final ConfigObjectRepository<ApplicationEntity> applications =
            new ConfigObjectRepository<>(ApplicationEntity.class);

    private final CurrentVertxRequest requests;

    SegmentGroupService(NewObjects newObjects, TenantWrites writes, CurrentVertxRequest requests) {
        super(SegmentGroupEntity.SHAPE, SegmentGroupEntity.class, SegmentGroupEntity::new, newObjects, writes);
        this.requests = requests;
    }

    @Override
    protected Uni<Void> link(TenantWrite write, SegmentGroupEntity group, ObjectNode body) {
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (String field : BRINGING_IN) {
            Optional<Set<Long>> ids = IdList.readListOrText(body, field);
            if (ids.isPresent()) {
                chain = chain.chain(() -> bringIn(write, group, ids.get(), field));
            }
        }
        return chain.chain(() -> refuseToTakeOut(group, body));
    }

    private Uni<Void> bringIn(TenantWrite write, SegmentGroupEntity group, Set<Long> ids, String field) {
        return applications
                .findAll(group.customerId, ids)
                .map(found -> {
                    boolean within =
                            found.stream().allMatch(member -> member.microtenantId.equals(group.microtenantId));
                    if (found.size() < ids.size() || !within) {
                        throw IdList.unknown(field);
                    }
                    return found.stream()
                            .filter(application -> !application.segmentGroupId.equals(group.id))
                            .map(application -> moved(application, group))
                            .toList();
                })
                .call(applications::flush)
                .chain(write::announceAll);
    }

    private static Change moved(ApplicationEntity application, SegmentGroupEntity group) {
        ObjectNode before = ApplicationShape.SHAPE.write(application);
        application.segmentGroupId = group.id;
        application.modifiedTime = group.modifiedTime;
        application.modifiedBy = group.modifiedBy;
        return Change.of(
                Action.UPDATED, ApplicationShape.SHAPE, application, before, ApplicationShape.SHAPE.write(application));
    }

    private Uni<Void> refuseToTakeOut(SegmentGroupEntity group, ObjectNode body) {
        boolean any = IdList.readListOrText(body, "deletedApps")
                .filter(ids -> !ids.isEmpty())
                .isPresent();
        return any
                ? Uni.createFrom()
                        .failure(
                                Refusal.invalid(
                                        "deletedApps",
                                        "cannot be taken out: every application is in one segment group; add them to another one"))
                : Uni.createFrom().voidItem();
    }

    @Override
    protected Uni<Void> release(TenantWrite write, SegmentGroupEntity group, boolean force) {
        return refuseIfUsed("application", members(group.customerId, List.of(group)));
    }

    @Override
    protected Uni<Void> expand(ObjectScope scope, List<SegmentGroupEntity> page, List<ObjectNode> views) {
        boolean brief = isBrief();
        return members(scope.customerId(), page)
                .invoke(found -> describe(page, views, found, brief))
                .replaceWithVoid();
    }

    /** The same for those who want its applications without their details. */
    @Override
    protected ObjectNode lasting(ObjectNode view) {
        ObjectNode lasting = view.deepCopy();
        lasting.path("applications").forEach(application -> ((ObjectNode) application).retain("id", "name", "enabled"));
        return lasting;
    }

    /** Whether the request wants its applications without their details. */
    private boolean isBrief() {
        RoutingContext request = requests.getCurrent();
        return request != null && "true".equalsIgnoreCase(request.request().getParam(BRIEF));
    }

    private Uni<List<ApplicationEntity>> members(long customerId, List<SegmentGroupEntity> groups) {
        return applications.findBy(
                customerId,
                "segmentGroupId",
                groups.stream().map(group -> group.id).toList());
    }

    private static void describe(
            List<SegmentGroupEntity> page, List<ObjectNode> views, List<ApplicationEntity> members, boolean brief) {
        Map<Long, List<ApplicationEntity>> byGroup =
                members.stream().collect(Collectors.groupingBy(application -> application.segmentGroupId));
        for (int i = 0; i < page.size(); i++) {
            List<ApplicationEntity> found = byGroup.get(page.get(i).id);
            if (found != null) {
                views.get(i)
                        .putArray("applications")
                        .addAll(found.stream()
                                .map(brief ? ApplicationViews::brief : ApplicationViews::inSegmentGroup)
                                .toList());
            }
        }
    }
}
