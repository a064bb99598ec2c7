package io.breakwater.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Proves I9: a consumer that is busy while large events flood its topic holds only a bounded part of them, puts them aside and goes on. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class FloodIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int EVENTS = 150;
    private static final int OCTETS = 770_000;
    private static final int LEFT = 48 << 20;

    @Inject
    NoteService notes;

    private final String customer = UUID.randomUUID().toString();

    @Test
    void aFloodOfLargeEventsKillsNobodyAndTheNextGoodOneCounts() {
        String busy = "busy-" + customer;
        notes.faults.put(busy, attempt -> new UncheckedIOException(new IOException("database away")));
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            EventEnvelope<ConfigChanged> first = NoteService.event(customer, 1, busy);
            bus.send(first);
            Awaitility.await().atMost(PATIENCE).until(() -> notes.tries.containsKey(busy));
            List<byte[]> taken = takeAllBut(LEFT);
            byte[] large = new byte[OCTETS];
            for (int i = 0; i < EVENTS; i++) {
                bus.sendRaw(Topics.CONFIG_CHANGED, customer, Map.of("ce_id", "flood-" + i), large);
            }
            bus.send(NoteService.event(customer, 2, "sound"));
            notes.faults.remove(busy);

            Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> heard().contains("heard 2"));
            assertThat(taken).isNotEmpty();
        }
        assertThat(heard()).containsExactly("heard 1", "heard 2");
        try (KafkaEvents letters = KafkaEvents.fromBeginning(Topics.DEAD_LETTER)) {
            Set<Long> offsets = new HashSet<>();
            letters.awaitRaw(Topics.DEAD_LETTER, letter -> {
                if (customer.equals(letter.key())) {
                    assertThat(letter.value()).hasSize(1024);
                    assertThat(header(letter, "breakwater_omitted")).isEqualTo(Integer.toString(OCTETS));
                    assertThat(header(letter, "breakwater_sha256")).hasSize(64);
                    offsets.add(Long.valueOf(header(letter, "breakwater_offset")));
                }
                return offsets.size() == EVENTS;
            });
        }
    }

    /** Leaves the heap about as small as a service has it in the local suite. */
    private static List<byte[]> takeAllBut(long octets) {
        List<byte[]> taken = new ArrayList<>();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        while (runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory()) > octets + (1 << 20)) {
            taken.add(new byte[1 << 19]);
        }
        return taken;
    }

    private List<String> heard() {
        return run(() -> notes.notes(customer)).stream()
                .filter(note -> note.startsWith("heard "))
                .toList();
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
