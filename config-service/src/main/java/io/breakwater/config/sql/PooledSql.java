package io.breakwater.config.sql;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Statements on a connection of the pool, for what only reads and needs no entities. */
@Singleton
public class PooledSql {
    private final Pool pool;

    PooledSql(Pool pool) {
        this.pool = pool;
    }

    /** The work has one connection for itself; each statement sees what was committed before it. */
    public <T> Uni<T> read(Function<Statements, Uni<T>> work) {
        // deferred: a refusal that is thrown must give the connection back like one that is answered
        return pool.withConnection(connection -> Uni.createFrom()
                .deferred(() -> work.apply((sql, parameters) -> rows(connection.getDelegate(), sql, parameters))));
    }

    private static Uni<List<Object[]>> rows(SqlConnection connection, String sql, Object... parameters) {
        return UniHelper.toUni(
                connection.preparedQuery(sql).execute(Tuple.from(parameters)).map(PooledSql::all));
    }

    private static List<Object[]> all(RowSet<Row> result) {
        List<Object[]> rows = new ArrayList<>(result.size());
        for (Row row : result) {
            Object[] values = new Object[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.getValue(i);
            }
            rows.add(values);
        }
        return rows;
    }
}
