package io.breakwater.config.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.wire.Ids;
import io.breakwater.config.wire.Refusal;
import io.breakwater.config.wire.ValueRefused;
import io.breakwater.config.wire.WireType;
import io.breakwater.config.wire.WireTypes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How an application segment spreads its load over its server groups. Works in the caller's session. */
@Singleton
class ServerGroupWeights {
    private static final String READ = "select application_id, server_group_id, weight, passive"
            + " from application_server_group where application_id = any($1)";

    private static final String WRITE = "update application_server_group set weight = :weight, passive = :passive"
            + " where application_id = :application and server_group_id = :group";

    private static final WireType<Long> WEIGHT = WireTypes.number(0, 1_000);
    private static final WireType<Boolean> FLAG = WireTypes.flag();

    /** What one server group gets. */
    record Weight(long weight, boolean passive) {
        static final Weight NONE = new Weight(0, false);
    }

    /** A link between a segment and a server group. */
    record Link(long applicationId, long serverGroupId) implements Comparable<Link> {
        private static final Comparator<Link> ORDER =
                Comparator.comparing(Link::applicationId).thenComparing(Link::serverGroupId);

        @Override
        public int compareTo(Link other) {
            return ORDER.compare(this, other);
        }
    }

    Uni<Map<Link, Weight>> of(Collection<Long> applicationIds) {
        return SessionSql.rows(READ, (Object) applicationIds.toArray(Long[]::new))
                .map(ServerGroupWeights::byLink);
    }

    /** Sets what the request names; a server group that the segment does not have is refused. */
    Uni<Void> update(ApplicationEntity application, JsonNode mappings) {
        if (!mappings.isMissingNode() && !mappings.isNull() && !mappings.isArray()) {
            throw Refusal.invalid("applicationToServerGroupMappings", "must be a list of server groups with weights");
        }
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (JsonNode mapping : mappings) {
            chain = chain.chain(() -> update(application, mapping.path("id").asText(), weight(mapping)));
        }
        return chain;
    }

    private static Uni<Void> update(ApplicationEntity application, String groupId, Weight weight) {
        Long id = Ids.parse(groupId).orElseThrow(ServerGroupWeights::unknown);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WRITE)
                        .setParameter("weight", weight.weight())
                        .setParameter("passive", weight.passive())
                        .setParameter("application", application.id)
                        .setParameter("group", id)
                        .executeUpdate())
                .invoke(rows -> {
                    if (rows == 0) {
                        throw unknown();
                    }
                })
                .replaceWithVoid();
    }

    private static Weight weight(JsonNode mapping) {
        try {
            long weight = mapping.hasNonNull("weight") ? WEIGHT.read(mapping.get("weight")) : 0;
            boolean passive = mapping.hasNonNull("passive") && FLAG.read(mapping.get("passive"));
            return new Weight(weight, passive);
        } catch (ValueRefused e) {
            throw Refusal.invalid("applicationToServerGroupMappings", "has a weight or passive that " + e.getMessage());
        }
    }

    private static RuntimeException unknown() {
        return Refusal.invalid("applicationToServerGroupMappings", "must name server groups of this application");
    }

    private static Map<Link, Weight> byLink(List<Object[]> rows) {
        Map<Link, Weight> weights = new HashMap<>();
        for (Object[] row : rows) {
            weights.put(new Link((Long) row[0], (Long) row[1]), new Weight((Long) row[2], (Boolean) row[3]));
        }
        return weights;
    }
}
