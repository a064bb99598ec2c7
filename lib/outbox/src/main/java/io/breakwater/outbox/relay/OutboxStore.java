package io.breakwater.outbox.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.platform.events.OutgoingRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The relay's SQL. It goes past Hibernate: no entities, no session. Stateless. */
@Singleton
class OutboxStore {
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String LOCK_SHARDS = """
            select s.shard from outbox_shard s
            where exists (select 1 from outbox_event e
                          where e.shard = s.shard and e.published_at is null and e.refused_at is null)
            order by s.shard for update skip locked""";

    /**
     * A key whose oldest unsent event waits for its back-off is left out as a whole. The time of comparison must be one for all rows: else
     * the back-off could end between an earlier row and a later one of the same key. The waiting keys are looked for once and every shard
     * is read in the order of its index: asked row by row instead, a backlog would cost its square whenever PostgreSQL's statistics are
     * older than the backlog, which they are after an outage.
     */
    private static final String UNSENT = """
            with waiting as materialized (
              select w.topic, w.key from outbox_event w
              where w.shard = any ($1) and w.published_at is null and w.refused_at is null
                and w.not_before > statement_timestamp()),
            oldest as (
              select e.id, e.topic, e.key, e.headers, e.value, e.created_at, e.attempts
              from unnest($1::smallint[]) as s (shard) cross join lateral (
                select o.* from outbox_event o
                where o.shard = s.shard and o.published_at is null and o.refused_at is null
                  and (o.topic, o.key) not in (select topic, key from waiting)
                order by o.shard, o.id limit $2) e
              order by e.id limit $2)
            select id, topic, key, headers, value, created_at, attempts
            from (select o.*, sum(octet_length(o.value)) over (order by o.id) - octet_length(o.value) as before
                  from oldest o) o
            where before < $3 order by id""";

    private static final String MARK_SENT =
            "update outbox_event set published_at = clock_timestamp() where id = any ($1)";

    private static final String MARK_REFUSED =
            "update outbox_event set refused_at = clock_timestamp(), last_error = $2 where id = $1";

    private static final String MARK_FAILED = """
            update outbox_event set attempts = attempts + 1, last_error = $2,
                   not_before = clock_timestamp() + $3 * interval '1 millisecond' where id = $1""";

    private static final String COUNT =
            "select count(*) from outbox_event where published_at is null and refused_at is null";

    private static final String DELETE_SENT = """
            delete from outbox_event where id in
              (select id from outbox_event where published_at < $1 order by published_at limit 10000)""";

    private static final String DELETE_SEEN = """
            delete from inbox_event where (consumer, event_id) in
              (select consumer, event_id from inbox_event where seen_at < $1 order by seen_at limit 10000)""";

    private final Pool pool;

    OutboxStore(Pool pool) {
        this.pool = pool;
    }

    /** Runs one claim: locks taken in it end with it. */
    <T> Uni<T> inTransaction(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(work);
    }

    /** Locks the shards that hold unsent events and that nobody else sends just now. */
    Uni<List<Short>> lockShards(SqlConnection connection) {
        return connection.preparedQuery(LOCK_SHARDS).execute().map(rows -> list(rows, row -> row.getShort(0)));
    }

    /**
     * The oldest unsent events of those shards. A statement of its own: its snapshot must be younger than the locks, else it could
     * show an event unsent that the former holder of the lock has sent. Ends with the event that passes the number of octets.
     */
    Uni<List<UnsentEvent>> unsent(SqlConnection connection, List<Short> shards, int limit, long octets) {
        return connection
                .preparedQuery(UNSENT)
                .execute(Tuple.of(shards.toArray(new Short[0]), limit, octets))
                .map(rows -> list(rows, OutboxStore::event));
    }

    Uni<Void> markSent(SqlConnection connection, List<UnsentEvent> events) {
        Long[] ids = events.stream().map(UnsentEvent::id).toArray(Long[]::new);
        return connection.preparedQuery(MARK_SENT).execute(Tuple.of(ids)).replaceWithVoid();
    }

    Uni<Void> markRefused(SqlConnection connection, Outcome.Failure failure) {
        return connection
                .preparedQuery(MARK_REFUSED)
                .execute(Tuple.of(failure.event().id(), failure.reason()))
                .replaceWithVoid();
    }

    Uni<Void> markFailed(SqlConnection connection, Outcome.Failure failure, Duration wait) {
        return connection
                .preparedQuery(MARK_FAILED)
                .execute(Tuple.of(failure.event().id(), failure.reason(), (double) wait.toMillis()))
                .replaceWithVoid();
    }

    Uni<Long> countUnsent() {
        return pool.preparedQuery(COUNT)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Deletes what is older than its retention, a bounded number at a time. */
    Uni<Void> deleteOlder(OffsetDateTime sentBefore, OffsetDateTime seenBefore) {
        return pool.preparedQuery(DELETE_SENT)
                .execute(Tuple.of(sentBefore))
                .chain(() -> pool.preparedQuery(DELETE_SEEN).execute(Tuple.of(seenBefore)))
                .replaceWithVoid();
    }

    private static UnsentEvent event(Row row) {
        OutgoingRecord outgoing = new OutgoingRecord(
                row.getString(1),
                row.getString(2),
                headers(row.getString(3)),
                row.getBuffer(4).getBytes());
        return new UnsentEvent(
                row.getLong(0),
                outgoing,
                row.getOffsetDateTime(5).withOffsetSameInstant(ZoneOffset.UTC),
                row.getInteger(6));
    }

    private static Map<String, String> headers(String json) {
        try {
            return EventCodec.mapper().readValue(json, HEADERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the outbox holds headers that are not JSON", e);
        }
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }
}
