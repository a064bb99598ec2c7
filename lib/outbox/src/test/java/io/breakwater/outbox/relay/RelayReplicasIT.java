package io.breakwater.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.platform.events.OutgoingRecord;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.breakwater.testsupport.postgres.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Proves a part of I5: several replicas of the relay send each event, and never one before an earlier one of its key. */
@QuarkusTest
@TestProfile(RelayReplicasIT.WithoutOwnRelay.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
class RelayReplicasIT {
    private static final int REPLICAS = 4;
    private static final int EVENTS = 600;
    private static final int KEYS = 7;

    /** The relays are the test's own. */
    public static class WithoutOwnRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("breakwater.outbox.relay", "false", "breakwater.outbox.initial-back-off", "PT0.01S");
        }
    }

    @Inject
    OutboxStore store;

    @Inject
    io.breakwater.outbox.OutboxConfig config;

    @ConfigProperty(name = PostgresResource.DATABASE)
    String database;

    private final Map<String, List<Integer>> acknowledged = new ConcurrentHashMap<>();

    @Test
    void eachKeyKeepsItsOrderAlthoughTheBrokerOftenFails() throws SQLException {
        CompletableFuture<?>[] relays = IntStream.range(0, REPLICAS)
                .mapToObj(i -> CompletableFuture.runAsync(this::relayUntilAllIsSent))
                .toArray(CompletableFuture<?>[]::new);
        append();
        CompletableFuture.allOf(relays).join();

        assertThat(acknowledged).hasSize(KEYS);
        acknowledged.forEach((key, numbers) -> assertThat(numbers)
                .as("each once, in the order of the commits, for %s", key)
                .containsExactlyElementsOf(IntStream.range(0, EVENTS)
                        .filter(n -> key.equals("key-" + n % KEYS))
                        .boxed()
                        .toList()));
        assertThat(store.countUnsent().await().indefinitely()).isZero();
    }

    private void relayUntilAllIsSent() {
        OutboxMeters meters = new OutboxMeters(new SimpleMeterRegistry());
        RelayBatch batch = new RelayBatch(store, new KeySender(this::publish), meters, config);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (sent() < EVENTS && System.nanoTime() < deadline) {
            batch.run().await().atMost(Duration.ofSeconds(20));
        }
    }

    private int sent() {
        return acknowledged.values().stream().mapToInt(List::size).sum();
    }

    private Uni<Void> publish(OutgoingRecord outgoing) {
        return Uni.createFrom().deferred(() -> {
            if (ThreadLocalRandom.current().nextInt(10) == 0) {
                return Uni.createFrom().failure(new TimeoutException("no acknowledgement"));
            }
            acknowledged
                    .computeIfAbsent(outgoing.key(), key -> new CopyOnWriteArrayList<>())
                    .add(Integer.valueOf(outgoing.headers().get("n")));
            return Uni.createFrom().voidItem();
        });
    }

    private void append() throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                PreparedStatement statement =
                        connection.prepareStatement("select outbox_append(?, 'replicas', ?, ?, ?)")) {
            for (int n = 0; n < EVENTS; n++) {
                statement.setString(1, "event-" + n);
                statement.setString(2, "key-" + n % KEYS);
                statement.setString(3, "{\"n\":\"" + n + "\"}");
                statement.setBytes(4, new byte[] {1});
                statement.execute();
            }
        }
    }
}
