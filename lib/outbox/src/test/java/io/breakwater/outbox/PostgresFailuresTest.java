package io.breakwater.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.platform.events.FailureKind;
import io.breakwater.platform.events.FailureSorter;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.hibernate.HibernateException;
import org.hibernate.JDBCException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresFailuresTest {
    private final FailureSorter sorter = new FailureSorter(List.of(new PostgresFailures()));

    @ParameterizedTest
    @CsvSource({
        "08006,RETRYABLE",
        "40P01,RETRYABLE",
        "40001,RETRYABLE",
        "53300,RETRYABLE",
        "55P03,RETRYABLE",
        "57P01,RETRYABLE",
        "57P03,RETRYABLE",
        "58030,RETRYABLE",
        "25006,RETRYABLE",
        "22021,POISON",
        "22001,POISON",
        "23505,UNKNOWN",
        "42P01,UNKNOWN",
    })
    void theClassOfTheSqlStateDecidesThroughEveryWrapping(String state, FailureKind kind) {
        PgException failure = new PgException("message", "ERROR", state, "detail");

        assertThat(sorter.sort(failure)).isEqualTo(kind);
        assertThat(sorter.sort(new CompletionException(new HibernateException("wrapped", failure))))
                .isEqualTo(kind);
    }

    /** Hibernate Reactive's SqlClientConnection makes a new SQLException of a PgException, without a cause. */
    @ParameterizedTest
    @CsvSource({"40P01,RETRYABLE", "57P01,RETRYABLE", "53300,RETRYABLE", "22021,POISON", "54000,POISON", "23505,UNKNOWN"
    })
    void theClassOfTheSqlStateDecidesWhenHibernateHasMadeAnExceptionOfItsOwn(String state, FailureKind kind) {
        JDBCException failure = new GenericJDBCException("failed", new SQLException("message", state, 0));

        assertThat(sorter.sort(new CompletionException(failure))).isEqualTo(kind);
    }

    @Test
    void aLostConnectionIsRetryable() {
        assertThat(sorter.sort(new HibernateException(new VertxException("closed"))))
                .isEqualTo(FailureKind.RETRYABLE);
    }
}
