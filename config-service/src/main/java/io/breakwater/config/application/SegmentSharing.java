package io.breakwater.config.application;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.breakwater.config.sql.SessionSql;
import io.breakwater.config.sql.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which microtenants see an application segment of another one. Works in the caller's session. */
@Singleton
public class SegmentSharing {
    private static final String SHARES = "select s.application_id, s.microtenant_id, m.name from application_share s"
            + " join microtenant m on m.customer_id = s.customer_id and m.id = s.microtenant_id"
            + " where s.application_id = any($1) order by s.application_id, s.microtenant_id";

    private static final String ADD = "insert into application_share (customer_id, application_id, microtenant_id)"
            + " select $1, $2, shared from unnest($3::bigint[]) shared";

    /** One of the microtenants that a segment is shared with. */
    public record Share(long microtenantId, String name) {}

    /** By the ids of the segments; one that is not shared is not in it. */
    public Uni<Map<Long, List<Share>>> of(Collection<Long> applicationIds) {
        if (applicationIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return of(SessionSql::rows, array(applicationIds));
    }

    /** The same, wherever the statement is to run. */
    static Uni<Map<Long, List<Share>>> of(Statements statements, Long[] applicationIds) {
        return statements.rows(SHARES, (Object) applicationIds).map(SegmentSharing::grouped);
    }

    /** Makes these the only microtenants that see it; an unknown one is refused by the database. */
    Uni<Void> replace(ApplicationEntity application, Set<Long> microtenantIds) {
        return SessionSql.update("delete from application_share where application_id = $1", application.id)
                .chain(() -> SessionSql.update(ADD, application.customerId, application.id, array(microtenantIds)))
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

    /** The same into the segment that was begun. */
    static void write(List<Share> shares, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("sharedMicrotenantDetails");
        out.writeArrayFieldStart("sharedToMicrotenants");
        for (Share share : shares) {
            out.writeStartObject();
            out.writeStringField("id", Long.toString(share.microtenantId()));
            out.writeStringField("name", share.name());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
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
