package io.breakwater.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.outbox.OutboxConfig;
import io.breakwater.platform.events.OutgoingRecord;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.breakwater.testsupport.postgres.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Proves a part of I5: what one tenant's changes piled up while the broker was away goes out soon after it is back. */
@QuarkusTest
@TestProfile(RelayReplicasIT.WithoutOwnRelay.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
class RelayBacklogIT {
    private static final int EVENTS = 10_000;

    /** Of {@value #EVENTS} rows read again for each of them, a single batch takes longer than this. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    OutboxStore store;

    @Inject
    OutboxConfig config;

    @ConfigProperty(name = PostgresResource.DATABASE)
    String database;

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private boolean away;

    @BeforeEach
    void aBacklogThatStatisticsDoNotKnow() throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate outbox_event restart identity");
            statement.execute("alter table outbox_event set (autovacuum_enabled = false)");
            statement.execute("analyze outbox_event");
            statement.execute(append(EVENTS, "large"));
        }
    }

    @AfterEach
    void nothingForOthers() throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate outbox_event");
        }
    }

    @Test
    @DisplayName("a tenant's backlog is sent in its order and in about the time that its sends take")
    void sendsALargeBacklog() {
        RelayBatch batch = batch();

        assertThat(batch.run().await().atMost(PATIENCE)).isTrue();
        while (batch.run().await().atMost(PATIENCE)) {
            assertThat(sent).isNotEmpty();
        }

        assertThat(sent).isEqualTo(names("large", EVENTS));
        assertThat(store.countUnsent().await().indefinitely()).isZero();
    }

    @Test
    @DisplayName("a backlog that waits for its next try holds up no other key")
    void waitsWithoutHoldingUpOthers() throws SQLException {
        RelayBatch batch = batch();
        away = true;
        batch.run().await().atMost(PATIENCE);
        away = false;
        postponeForLong();
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(append(3, "small"));
        }

        assertThat(batch.run().await().atMost(PATIENCE)).isTrue();
        assertThat(batch.run().await().atMost(PATIENCE)).isFalse();

        assertThat(sent).isEqualTo(names("small", 3));
    }

    @Test
    @DisplayName("a batch ends with the event that passes its number of octets, however many are allowed (I9)")
    void endsABatchByOctets() throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate outbox_event");
            statement.execute(append(3, "octets"));
            statement.execute("update outbox_event set value = decode(repeat('00', 100), 'hex')");
        }
        List<List<UnsentEvent>> batches = new ArrayList<>();
        for (long octets : new long[] {1, 101, 1000}) {
            batches.add(store.inTransaction(connection ->
                            store.lockShards(connection).chain(shards -> store.unsent(connection, shards, 200, octets)))
                    .await()
                    .atMost(PATIENCE));
        }

        assertThat(batches).extracting(List::size).containsExactly(1, 2, 3);
    }

    private void postponeForLong() throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                Statement statement = connection.createStatement()) {
            int waiting = statement.executeUpdate(
                    "update outbox_event set not_before = clock_timestamp() + interval '1 hour' where attempts = 1");
            assertThat(waiting).isEqualTo(1);
        }
    }

    private RelayBatch batch() {
        return new RelayBatch(store, new KeySender(this::publish), new OutboxMeters(new SimpleMeterRegistry()), config);
    }

    private Uni<Void> publish(OutgoingRecord outgoing) {
        return Uni.createFrom().deferred(() -> {
            if (away) {
                return Uni.createFrom().failure(new TimeoutException("no acknowledgement"));
            }
            sent.add(outgoing.key() + outgoing.headers().get("n"));
            return Uni.createFrom().voidItem();
        });
    }

    private static List<String> names(String key, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> key + n).toList();
    }

    private static String append(int count, String key) {
        return "select outbox_append('" + key + "-' || n, 'backlog', '" + key + "', '{\"n\":\"' || n || '\"}', '\\x01')"
                + " from generate_series(1, " + count + ") n";
    }
}
