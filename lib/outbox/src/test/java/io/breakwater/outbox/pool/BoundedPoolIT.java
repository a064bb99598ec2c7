package io.breakwater.outbox.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.platform.events.FailureSorter;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Proves I9: neither a statement nor work that waits for a connection holds on for ever, and both count as an outage that passes. */
@QuarkusTest
@TestProfile(BoundedPoolIT.Small.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
class BoundedPoolIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Two connections, one of them for LISTEN, and little that waits. */
    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "breakwater.outbox.relay", "false",
                    "quarkus.datasource.reactive.max-size", "2",
                    "breakwater.database.queue", "3",
                    "breakwater.database.connection-timeout", "PT5S",
                    "breakwater.database.statement-timeout", "PT1S");
        }
    }

    @Inject
    Pool pool;

    @Inject
    FailureSorter sorter;

    @Test
    void aStatementEndsAndWhatIsTooMuchDoesNotWait() {
        List<CompletableFuture<Throwable>> outcomes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            outcomes.add(failureOf("select pg_sleep(60)").subscribeAsCompletionStage());
        }
        List<Throwable> failures =
                outcomes.stream().map(CompletableFuture::join).toList();

        assertThat(failures)
                .allSatisfy(failure -> assertThat(sorter.isOutage(failure))
                        .as(failure.toString())
                        .isTrue());
        assertThat(failures).anyMatch(failure -> failure.getMessage().contains("statement timeout"));
        assertThat(failures).anyMatch(failure -> failure.getMessage().contains("wait queue"));
        assertThat(pool.query("select 1").execute().await().atMost(PATIENCE).size())
                .isEqualTo(1);
    }

    private Uni<Throwable> failureOf(String sql) {
        return pool.query(sql)
                .execute()
                .<Throwable>map(rows -> new AssertionError("it ended"))
                .onFailure()
                .recoverWithItem(failure -> failure);
    }
}
