package io.breakwater.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.breakwater.testsupport.postgres.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Proves I5: change and event commit together, order per key is kept, effects happen once, nothing is lost. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class OutboxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    NoteService notes;

    @Inject
    Outbox outbox;

    @ConfigProperty(name = PostgresResource.DATABASE)
    String database;

    private final String customer = UUID.randomUUID().toString();

    @Test
    void aCommittedChangeIsToldAndHasItsEffectOnce() {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            EventEnvelope<ConfigChanged> event = NoteService.event(customer, 7, "a");

            run(() -> notes.add(event, null));

            EventEnvelope<ConfigChanged> seen =
                    bus.await(ConfigChanged.class, found -> found.key().equals(customer));
            assertThat(seen).isEqualTo(event);
            awaitNotes("added a", "heard 7");
        }
    }

    @Test
    void aChangeThatFailsIsNeitherStoredNorTold() {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            assertThatThrownBy(() -> run(
                            () -> notes.add(NoteService.event(customer, 1, "lost"), new IllegalStateException("no"))))
                    .hasStackTraceContaining("no");
            run(() -> notes.add(NoteService.event(customer, 2, "kept"), null));

            bus.await(
                    ConfigChanged.class,
                    event -> event.key().equals(customer)
                            && event.data().objectId().equals("kept"));
            assertThat(bus.seen(ConfigChanged.class, customer)).hasSize(1);
            awaitNotes("added kept", "heard 2");
        }
    }

    @Test
    void anEventIsNotAppendedOutsideOfATransaction() {
        assertThatThrownBy(() -> run(() -> outbox.append(NoteService.event(customer, 1, "alone"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEventThatComesTwiceHasItsEffectOnce() {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            EventEnvelope<ConfigChanged> event = NoteService.event(customer, 1, "twice-" + customer);
            bus.send(event);
            bus.send(event);
            bus.send(NoteService.event(customer, 2, "after"));

            awaitNotes("heard 1", "heard 2");
            assertThat(notes.tries.get("twice-" + customer)).hasValue(2);
        }
    }

    @Test
    void aRetryableFailureIsTriedUntilItPassesAndLosesNothing() {
        String id = "retry-" + customer;
        notes.faults.put(
                id, attempt -> attempt <= 10 ? new UncheckedIOException(new IOException("database away")) : null);
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            bus.send(NoteService.event(customer, 1, id));
            bus.send(NoteService.event(customer, 2, "next"));

            awaitNotes("heard 1", "heard 2");
            assertThat(notes.tries.get(id)).hasValue(11);
        }
    }

    @Test
    void aFailureThatNobodyKnowsIsTriedABoundedNumberOfTimesThenPutAside() {
        String id = "unknown-" + customer;
        notes.faults.put(id, attempt -> new IllegalStateException("a bug"));
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED, Topics.DEAD_LETTER)) {
            bus.send(NoteService.event(customer, 1, id));
            bus.send(NoteService.event(customer, 2, "next"));

            ConsumerRecord<String, byte[]> letter = awaitLetter(bus);
            assertThat(header(letter, "breakwater_reason"))
                    .contains("IllegalStateException")
                    .doesNotContain("a bug");
            assertThat(header(letter, "breakwater_consumer")).isEqualTo("notes");
            assertThat(header(letter, "ce_type")).isEqualTo("io.breakwater.config.changed.v1");
            awaitNotes("heard 2");
            assertThat(notes.tries.get(id)).hasValue(4);
        }
    }

    @Test
    void whatPostgresRefusesForNowIsTriedUntilItPassesAlthoughHibernateWrapsIt() {
        String id = "refused-" + customer;
        List<String> states = List.of("40P01", "40001", "53300", "25006", "55P03");
        notes.refusals.put(id, attempt -> attempt <= states.size() ? states.get(attempt - 1) : null);
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            bus.send(NoteService.event(customer, 1, id));
            bus.send(NoteService.event(customer, 2, "next"));

            awaitNotes("heard 1", "heard 2");
            assertThat(notes.tries.get(id)).hasValue(6);
        }
    }

    @Test
    void theTriesOfAnOutageDoNotCountAgainstTheEvent() {
        String id = "outage-" + customer;
        notes.faults.put(id, attempt -> {
            if (attempt <= 6) {
                return new UncheckedIOException(new IOException("database away"));
            }
            return attempt <= 8 ? new IllegalStateException("it is only just back") : null;
        });
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            bus.send(NoteService.event(customer, 1, id));

            awaitNotes("heard 1");
            assertThat(notes.tries.get(id)).hasValue(9);
        }
    }

    @Test
    void whatIsAsLargeAsARecordMayBeDoesNotHoldUpItsChannel() {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED, Topics.DEAD_LETTER)) {
            byte[] large = new byte[(1 << 20) - 200];
            bus.sendRaw(Topics.CONFIG_CHANGED, customer, Map.of(), large);
            bus.send(NoteService.event(customer, 3, "sound"));

            ConsumerRecord<String, byte[]> letter = awaitLetter(bus);
            assertThat(header(letter, "breakwater_reason")).contains("too-large");
            assertThat(letter.value()).hasSizeLessThanOrEqualTo(1024);
            assertThat(header(letter, "breakwater_omitted")).isEqualTo(Integer.toString(large.length));
            awaitNotes("heard 3");
        }
    }

    @Test
    void poisonIsPutAsideAtOnceWithItsReason() {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED, Topics.DEAD_LETTER)) {
            bus.send(NoteService.event(customer, 1, "poison"));

            assertThat(header(awaitLetter(bus), "breakwater_reason")).isEqualTo("this note is poison");
        }
    }

    @Test
    void garbageIsPutAsideAndUnknownTypesAreSkipped() {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED, Topics.DEAD_LETTER)) {
            byte[] garbage = {0, (byte) 0xff, '{'};
            bus.sendRawSigned(
                    EventType.CONFIG_CHANGED, customer, Map.of("ce_source", "/config-service", "ce_id", "1"), garbage);
            bus.sendRawSigned(
                    EventType.CONFIG_CHANGED,
                    customer,
                    Map.of("ce_source", "/config-service", "ce_type", "io.breakwater.config.changed.v9", "ce_id", "2"),
                    garbage);
            bus.send(NoteService.event(customer, 3, "sound"));

            assertThat(header(awaitLetter(bus), "breakwater_reason")).contains("ce_type");
            awaitNotes("heard 3");
        }
    }

    @Test
    void eventsOfOneKeyKeepTheOrderOfTheirCommitsUnderManyWriters() {
        List<String> keys =
                IntStream.range(0, 5).mapToObj(i -> customer + "-" + i).toList();
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            CompletableFuture<?>[] writers = keys.stream()
                    .flatMap(key -> IntStream.range(0, 3)
                            .mapToObj(writer -> CompletableFuture.runAsync(() -> LongStream.range(0, 20)
                                    .forEach(n ->
                                            run(() -> notes.add(NoteService.event(key, n, writer + "-" + n), null))))))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(writers).join();

            for (String key : keys) {
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(PATIENCE)
                        .until(() -> bus.seen(ConfigChanged.class, key).size() >= 60);
                List<String> told = bus.seen(ConfigChanged.class, key).stream()
                        .map(event -> event.data().objectId())
                        .toList();
                List<String> committed = run(() -> notes.notes(key)).stream()
                        .filter(note -> note.startsWith("added "))
                        .map(note -> note.substring("added ".length()))
                        .toList();
                assertThat(told).hasSize(60).containsExactlyInAnyOrderElementsOf(committed);
                assertThatEachWritersEventsAreInOrder(told);
            }
        }
    }

    @Test
    void nothingIsLostWhenEveryConnectionToPostgresIsCutAgainAndAgain() throws SQLException {
        for (int i = 0; i < 30; i++) {
            EventEnvelope<ConfigChanged> event = NoteService.event(customer, i, "cut-" + i);
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> run(() -> notes.add(event, null).replaceWith(true)));
            if (i % 6 == 3) {
                cutEveryConnection();
            }
        }

        Awaitility.await()
                .pollInSameThread()
                .ignoreExceptions()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heard()).hasSize(30));
        assertThat(heard()).doesNotHaveDuplicates();
    }

    private List<String> heard() {
        return run(() -> notes.notes(customer)).stream()
                .filter(note -> note.startsWith("heard "))
                .toList();
    }

    private void cutEveryConnection() throws SQLException {
        try (Connection connection = TestDatabase.ofApplication(database).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    private void awaitNotes(String... contents) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(run(() -> notes.notes(customer))).contains(contents));
        assertThat(run(() -> notes.notes(customer))).containsExactly(contents);
    }

    private ConsumerRecord<String, byte[]> awaitLetter(KafkaEvents bus) {
        return bus.awaitRaw(Topics.DEAD_LETTER, letter -> customer.equals(letter.key()));
    }

    private static void assertThatEachWritersEventsAreInOrder(List<String> told) {
        for (int writer = 0; writer < 3; writer++) {
            String prefix = writer + "-";
            assertThat(told.stream().filter(id -> id.startsWith(prefix)).map(id -> Long.parseLong(id.substring(2))))
                    .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
        }
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
