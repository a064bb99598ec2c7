package io.breakwater.config.sql;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * Statements with positional parameters ({@code $1}) on the connection of the current session, so in its transaction. They see what
 * the session has flushed. Hibernate's native queries would do the same, but each call of one with a result type adds an entry to the
 * cache of query plans that no later call finds again: it was a seventh of the time of reading an object. Stateless.
 */
public final class SessionSql {
    private SessionSql() {}

    /** @param parameters as the PostgreSQL client takes them: numbers, texts, flags, arrays, {@code OffsetDateTime} */
    public static Uni<List<Object[]>> rows(String sql, Object... parameters) {
        return on(connection -> connection.select(sql, parameters)).map(SessionSql::all);
    }

    /** The only row, or null. */
    public static Uni<Object[]> row(String sql, Object... parameters) {
        return rows(sql, parameters).map(rows -> rows.isEmpty() ? null : rows.get(0));
    }

    /** Number of the rows that were changed. */
    public static Uni<Integer> update(String sql, Object... parameters) {
        return on(connection -> connection.update(sql, parameters));
    }

    private static <T> Uni<T> on(Function<ReactiveConnection, CompletionStage<T>> action) {
        return Panache.getSession()
                .chain(session -> Uni.createFrom().completionStage(() -> action.apply(connection(session))));
    }

    private static ReactiveConnection connection(Mutiny.Session session) {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }

    private static List<Object[]> all(Iterator<Object[]> result) {
        List<Object[]> rows = new ArrayList<>();
        result.forEachRemaining(rows::add);
        return rows;
    }
}
