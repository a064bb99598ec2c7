package io.breakwater.config.schedule;

import io.breakwater.contracts.event.AgentKind;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Finds agents that were out of touch longer than their tenant's schedule allows. */
@Singleton
class SilentAgents {
    private static final String WATCH = """
            insert into agent_watch (id, since, last) values (1, :now, :now)
            on conflict (id) do update set last = :now,
                since = case when agent_watch.last < :gap then :now else agent_watch.since end
            returning since""";

    private static final String FIND = """
            select s.customer_id, a.id from %s a
            join agent_schedule s on s.customer_id = a.customer_id and s.agent_kind = :kind and s.enabled
            join dr_state d on d.customer_id = a.customer_id and (d.mode <> 'ACTIVE' or d.mode_until < extract(epoch from cast(:now as timestamptz)))
            where (a.enabled or s.delete_disabled)
                and greatest(coalesce(a.last_connect_time, a.creation_time), cast(:since as timestamptz))
                    < cast(:now as timestamptz) - s.frequency_interval * interval '1 day'
            order by a.id limit 1000""";

    private final SweepConfig config;
    private final Clock clock;

    SilentAgents(SweepConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Notes that somebody looks, and gives what there is to delete. */
    @WithTransaction
    Uni<List<SilentAgent>> find() {
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WATCH, Instant.class)
                        .setParameter("now", now)
                        .setParameter("gap", now.minus(config.longestGap()))
                        .getSingleResult())
                .chain(since -> of(AgentKind.APP_CONNECTOR, "app_connector", since, now)
                        .chain(connectors -> of(AgentKind.SERVICE_EDGE, "service_edge", since, now)
                                .map(edges -> both(connectors, edges))));
    }

    private static Uni<List<SilentAgent>> of(AgentKind kind, String table, Instant since, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND.formatted(table), Object[].class)
                        .setParameter("kind", kind.name())
                        .setParameter("since", since)
                        .setParameter("now", now)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new SilentAgent((Long) row[0], kind, (Long) row[1]))
                        .toList());
    }

    private static List<SilentAgent> both(List<SilentAgent> connectors, List<SilentAgent> edges) {
        return Stream.concat(connectors.stream(), edges.stream()).toList();
    }
}
