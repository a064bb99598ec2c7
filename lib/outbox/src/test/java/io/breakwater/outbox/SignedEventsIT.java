package io.breakwater.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.signature.Claim;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.EventSigner;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.VerificationKey;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.postgres.PostgresResource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Proves I2: whoever owns the bus but no key can raise an alarm, and nothing else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
class SignedEventsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    NoteService notes;

    @Inject
    MeterRegistry meters;

    private final String customer = UUID.randomUUID().toString();

    @Test
    void whatTheRelaySendsIsSignedOverEverythingThatCounts() throws EventRefusedException, IOException {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            run(() -> notes.add(NoteService.event(customer, 7, "signed"), null));

            ConsumerRecord<String, byte[]> sent =
                    bus.awaitRaw(Topics.CONFIG_CHANGED, record -> customer.equals(record.key()));
            Map<String, byte[]> headers = new HashMap<>();
            sent.headers().forEach(header -> headers.put(header.key(), header.value()));
            Claim claim = Claim.of(new ReceivedEvent(sent.topic(), sent.key(), headers, sent.value()));
            claim.verify(VerificationKey.ofPem(
                    Files.readString(TestEventKeys.trustDirectory().resolve("config-service.pem"))));
        }
    }

    @Test
    void anUnsignedEventHasNoEffectAndRaisesAnAlarm() {
        refused("unsigned", bus -> bus.sendUnsigned(NoteService.event(customer, 1, "forged")));
    }

    @Test
    void aStrangersEventHasNoEffectAndRaisesAnAlarm() {
        refused(
                "foreign-key",
                bus -> bus.sendSignedBy(
                        TestEventKeys.of(TestEventKeys.STRANGER), NoteService.event(customer, 1, "forged")));
    }

    @Test
    void anotherProducersKeyDoesNotSpeakHereNeitherInItsOwnNameNorInAnothers() {
        EventSigner watcher = TestEventKeys.of("dns-watcher");
        refused("foreign-key", bus -> bus.sendSignedBy(watcher, NoteService.event(customer, 1, "forged")));
    }

    @Test
    void anotherProducersOwnEventDoesNotBelongHere() {
        ConfigChanged data = new ConfigChanged(customer, 1, "note", "1", "CREATED", Instant.now());
        refused(
                "foreign-producer",
                bus -> bus.sendSignedBy(
                        TestEventKeys.of("dns-watcher"),
                        EventEnvelope.of("/dns-watcher", customer, Instant.now(), data)));
    }

    @Test
    void anAlteredEventHasNoEffectAndRaisesAnAlarm() {
        refused(
                "altered",
                bus -> bus.sendAltered(
                        NoteService.event(customer, 1, "genuine"), NoteService.event(customer, 1, "forged")));
    }

    @Test
    void anUnsignedTombstoneIsNothing() {
        refused("unsigned", bus -> bus.sendRaw(Topics.CONFIG_CHANGED, customer, Map.of(), null));
    }

    @Test
    void anEventFromFarInTheFutureIsRefused() {
        Instant later = Instant.now().plus(Duration.ofMinutes(6));
        ConfigChanged data = new ConfigChanged(customer, 1, "note", "1", "CREATED", later);
        refused("ahead", bus -> bus.send(EventEnvelope.of("/config-service", customer, later, data)));
    }

    @Test
    void aGenuineEventThatIsRepeatedAsItCameHasItsEffectOnce() {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            bus.send(NoteService.event(customer, 1, "repeated-" + customer));
            bus.sendAgain(bus.awaitRaw(Topics.CONFIG_CHANGED, record -> customer.equals(record.key())));
            bus.send(NoteService.event(customer, 2, "after"));

            Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> heard().contains("heard 2"));
            assertThat(heard()).containsExactly("heard 1", "heard 2");
            assertThat(notes.tries.get("repeated-" + customer)).hasValue(2);
        }
    }

    @Test
    void aNewKeyIsValidWithoutARestartAndTheOldOneToo() throws IOException {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            Files.copy(
                    TestEventKeys.directory().resolve(TestEventKeys.STRANGER + ".public"),
                    TestEventKeys.trustDirectory().resolve("config-service.next.pem"));
            try {
                // At most once a second the directory is read for a key that nobody knows
                Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> {
                    bus.sendSignedBy(
                            TestEventKeys.of(TestEventKeys.STRANGER),
                            NoteService.event(customer, 1, "by the next key"));
                    return heard().contains("heard 1");
                });
                bus.send(NoteService.event(customer, 2, "by the present key"));
                Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> heard().contains("heard 2"));
            } finally {
                Files.delete(TestEventKeys.trustDirectory().resolve("config-service.next.pem"));
            }
        }
    }

    private void refused(String reason, Consumer<KafkaEvents> attack) {
        double before = refusals(reason);
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.CONFIG_CHANGED, Topics.DEAD_LETTER)) {
            attack.accept(bus);
            bus.send(NoteService.event(customer, 9, "sound"));

            Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> heard().contains("heard 9"));
            assertThat(heard()).containsExactly("heard 9");
            ConsumerRecord<String, byte[]> letter =
                    bus.awaitRaw(Topics.DEAD_LETTER, record -> customer.equals(record.key()));
            assertThat(new String(
                            letter.headers().lastHeader("breakwater_reason").value(), StandardCharsets.UTF_8))
                    .startsWith("refused, " + reason + ": ");
            assertThat(refusals(reason)).isEqualTo(before + 1);
        }
    }

    private double refusals(String reason) {
        Counter counter = meters.find("breakwater.events.refused")
                .tag("topic", EventType.CONFIG_CHANGED.topic())
                .tag("reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private List<String> heard() {
        return run(() -> notes.notes(customer)).stream()
                .filter(note -> note.startsWith("heard "))
                .toList();
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
