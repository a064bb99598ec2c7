package io.breakwater.config.enrollment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.config.sql.PooledSql;
import io.breakwater.config.wire.OwnerPages;
import io.breakwater.contracts.config.AgentCredential;
import io.breakwater.contracts.config.AgentCredential.AgentKey;
import io.breakwater.contracts.config.OwnerPage;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.EventCodec;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Reads enrolled agents of both kinds with their valid keys, a part at a time, in one statement each. Safe for threads. */
@Singleton
class AgentCredentials {
    private static final TypeReference<List<AgentKey>> KEYS = new TypeReference<>() {};

    private static final String AGENTS = """
            select a.id, a.customer_id, a.group_id, a.kind, a.name, a.enabled, a.designated,
              coalesce((select json_agg(json_build_object('keyId', k.key_id, 'pem', k.pem,
                  'notAfter', to_char(k.not_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by k.seen_at desc, k.key_id)
                from agent_key k where k.agent_id = a.id and k.not_after > $1), '[]')::text
            from (""";

    private static final String OF_KIND = """
            (select e.id, e.customer_id, e.group_id, '%s' as kind, e.name, e.enabled, g.use_in_dr_mode as designated
             from %s e join %s g on g.id = e.group_id where %s)""";

    private static final String AFTER = "e.id > $2 order by e.id limit $3";
    private static final String ONE = "e.id = $2";
    private static final String PAGE = AGENTS + ofBothKinds(AFTER) + ") a order by a.id limit $3";
    private static final String FIND = AGENTS + ofBothKinds(ONE) + ") a";

    private final PooledSql sql;
    private final Clock clock;

    AgentCredentials(PooledSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    private static String ofBothKinds(String condition) {
        return OF_KIND.formatted(AgentKind.APP_CONNECTOR, "app_connector", "app_connector_group", condition)
                + " union all "
                + OF_KIND.formatted(AgentKind.SERVICE_EDGE, "service_edge", "service_edge_group", condition);
    }

    Uni<OwnerPage<AgentCredential>> page(OwnerPages pages) {
        return sql.read(statements -> statements.rows(PAGE, now(), pages.after(), pages.toRead()))
                .map(AgentCredentials::all)
                .map(read -> pages.page(read, AgentCredential::agentId));
    }

    /** Null when there is none. */
    Uni<AgentCredential> find(long agentId) {
        return sql.read(statements -> statements.rows(FIND, now(), agentId))
                .map(AgentCredentials::all)
                .map(found -> found.isEmpty() ? null : found.get(0));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static List<AgentCredential> all(List<Object[]> rows) {
        return rows.stream().map(AgentCredentials::credential).toList();
    }

    private static AgentCredential credential(Object[] row) {
        return new AgentCredential(
                row[0].toString(),
                row[1].toString(),
                row[2].toString(),
                AgentKind.valueOf((String) row[3]),
                (String) row[4],
                (Boolean) row[5],
                (Boolean) row[6],
                keys((String) row[7]));
    }

    private static List<AgentKey> keys(String json) {
        try {
            return EventCodec.mapper().readValue(json, KEYS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("PostgreSQL made JSON of keys that cannot be read", e);
        }
    }
}
