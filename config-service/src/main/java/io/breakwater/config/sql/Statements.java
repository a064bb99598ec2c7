package io.breakwater.config.sql;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where statements with positional parameters ({@code $1}) run: in the transaction of the current session, or outside of any. */
@FunctionalInterface
public interface Statements {
    /** @param parameters as the PostgreSQL client takes them: numbers, texts, flags, arrays, {@code OffsetDateTime} */
    Uni<List<Object[]>> rows(String sql, Object... parameters);
}
