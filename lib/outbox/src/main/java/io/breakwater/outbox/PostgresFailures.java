package io.breakwater.outbox;

import io.breakwater.platform.events.FailureKind;
import io.breakwater.platform.events.FailureRule;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;

/** Sorts failures of PostgreSQL by SQLSTATE class: appendix A of its manual. Stateless. */
@Singleton
class PostgresFailures implements FailureRule {
    /** Connection, rollback (deadlock, serialisation), resources, lock not available, operator intervention, system error, read-only. */
    private static final Set<String> RETRYABLE = Set.of("08", "25", "40", "53", "55", "57", "58");

    /** Data exceptions: a value that no column can hold. Program limits: one that no index can. */
    private static final Set<String> POISON = Set.of("22", "54");

    @Override
    public Optional<FailureKind> sort(Throwable failure) {
        if (failure instanceof PgException pg) {
            return Optional.of(ofState(pg.getSqlState()));
        }
        // What Hibernate Reactive makes of a PgException: it does not keep it as the cause
        if (failure instanceof SQLException sql) {
            return Optional.of(ofState(sql.getSQLState()));
        }
        boolean again = failure instanceof VertxException
                || failure instanceof NoStackTraceThrowable
                || failure instanceof OptimisticLockException
                || failure instanceof PessimisticLockException
                || failure instanceof StaleStateException;
        return again ? Optional.of(FailureKind.RETRYABLE) : Optional.empty();
    }

    private static FailureKind ofState(String state) {
        if (state == null || state.length() < 2) {
            return FailureKind.UNKNOWN;
        }
        String group = state.substring(0, 2);
        if (RETRYABLE.contains(group)) {
            return FailureKind.RETRYABLE;
        }
        return POISON.contains(group) ? FailureKind.POISON : FailureKind.UNKNOWN;
    }
}
