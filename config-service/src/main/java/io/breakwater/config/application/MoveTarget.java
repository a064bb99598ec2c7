package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.configobject.ConfigObjectRepository;
import io.breakwater.config.configobject.IdList;
import io.breakwater.config.configobject.ObjectScope;
import io.breakwater.config.configobject.TenantScope;
import io.breakwater.config.segmentgroup.SegmentGroupEntity;
import io.breakwater.config.servergroup.ServerGroupEntity;
import io.breakwater.config.wire.Ids;
import io.breakwater.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

/** Finds where a request moves an application segment to. Works in the caller's session. */
@Singleton
class MoveTarget {
    private final ConfigObjectRepository<SegmentGroupEntity> segmentGroups =
            new ConfigObjectRepository<>(SegmentGroupEntity.class);
    private final ConfigObjectRepository<ServerGroupEntity> serverGroups =
            new ConfigObjectRepository<>(ServerGroupEntity.class);

    /** A place for a segment. */
    record Target(long microtenantId, long segmentGroupId, Set<Long> serverGroupIds) {
        void put(ApplicationEntity application) {
            application.microtenantId = microtenantId;
            application.segmentGroupId = segmentGroupId;
        }
    }

    /** Fails when one of the three is not there: groups must be in the target microtenant. */
    Uni<Target> read(ApplicationEntity application, ObjectNode body) {
        long microtenant = microtenant(body);
        ObjectScope there = new TenantScope(application.customerId, microtenant);
        return segmentGroups
                .require(there, text(body, "targetSegmentGroupId"))
                .onFailure(ProblemException.class)
                .transform(missing -> IdList.unknown("targetSegmentGroupId"))
                .chain(group -> serverGroups(there, body).map(ids -> new Target(microtenant, group.id, ids)));
    }

    /** The microtenant that a request names. */
    static long microtenant(ObjectNode body) {
        return id(body, "targetMicrotenantId");
    }

    private Uni<Set<Long>> serverGroups(ObjectScope there, ObjectNode body) {
        String id = text(body, "targetServerGroupId");
        return id.isBlank()
                ? Uni.createFrom().item(Set.of())
                : serverGroups
                        .require(there, id)
                        .onFailure(ProblemException.class)
                        .transform(missing -> IdList.unknown("targetServerGroupId"))
                        .map(group -> Set.of(group.id));
    }

    private static long id(ObjectNode body, String field) {
        return Ids.parse(text(body, field)).orElseThrow(() -> IdList.unknown(field));
    }

    private static String text(ObjectNode body, String field) {
        return body.path(field).asText("");
    }
}
