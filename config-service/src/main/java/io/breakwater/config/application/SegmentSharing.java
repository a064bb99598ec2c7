package io.breakwater.config.application;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which microtenants see an application segment of another one. Works in the caller's session. */
@Singleton
public class SegmentSharing {
    private static final String IDS = "cast(string_to_array(:ids, ',') as bigint[])";

    private static final String SHARES = "select s.application_id, s.microtenant_id, m.name from application_share s"
            + " join microtenant m on m.customer_id = s.customer_id and m.id = s.microtenant_id"
            + " where s.application_id = any(" + IDS + ") order by s.application_id, s.microtenant_id";

    private static final String ADD = "insert into application_share (customer_id, application_id, microtenant_id)"
            + " select :customer, :application, shared from unnest(" + IDS + ") shared";

    /** One of the microtenants that a segment is shared with. */
    public record Share(long microtenantId, String name) {}

    /** By the ids of the segments; one that is not shared is not in it. */
    public Uni<Map<Long, List<Share>>> of(Collection<Long> applicationIds) {
        if (applicationIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SHARES, Object[].class)
                        .setParameter("ids", joined(applicationIds))
                        .getResultList())
                .map(SegmentSharing::grouped);
    }

    /** Makes these the only microtenants that see it; an unknown one is refused by the database. */
    Uni<Void> replace(ApplicationEntity application, Set<Long> microtenantIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from application_share where application_id = :id")
                        .setParameter("id", application.id)
                        .executeUpdate())
                .chain(Panache::getSession)
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter("customer", application.customerId)
                        .setParameter("application", application.id)
                        .setParameter("ids", joined(microtenantIds))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** As a segment's view has it. */
    static ObjectNode view(List<Share> shares) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        shares.forEach(share -> details.withArray("sharedToMicrotenants")
                .addObject()
                .put("id", Long.toString(share.microtenantId()))
                .put("name", share.name()));
        return details;
    }

    private static String joined(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Map<Long, List<Share>> grouped(List<Object[]> rows) {
        Map<Long, List<Share>> shares = new HashMap<>();
        for (Object[] row : rows) {
            shares.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                    .add(new Share((Long) row[1], (String) row[2]));
        }
        return shares;
    }
}
