package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Mode;
import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.status.Trouble;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventKey;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.contracts.signature.Claim;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.VerificationKey;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.records.Records;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I2: an agent believes of the bus what its producer signed, and signs what it says")
class SignedEventsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final Tenant tenant = Tenant.any();
    private final long now = Instant.now().getEpochSecond();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private TestCentre centre;
    private Agent agent;

    @BeforeEach
    void serve() {
        centre = new TestCentre(tenant);
        centre.publish(2, Snapshots.good(tenant, 1));
    }

    @AfterEach
    void stop() {
        agent.close();
        centre.close();
    }

    @Test
    void whatIsUnsignedForeignOrAlteredHasNoEffectAndIsCountedAndSaid() throws Exception {
        start();
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            bus.sendUnsigned(observed(on()));
            bus.sendSignedBy(TestEventKeys.of(TestEventKeys.STRANGER), observed(on()));
            bus.sendSignedBy(TestEventKeys.of("snapshot-service"), observed(on()));
            bus.sendAltered(observed(List.of()), observed(on()));
            await().atMost(PATIENCE)
                    .until(() -> refused("unsigned") == 1 && refused("foreign-key") == 2 && refused("altered") == 1);
            assertThat(mode()).isEqualTo(Mode.NORMAL);
            assertThat(agent.parts().troubles().all().get(Trouble.BUS)).contains("not believed");

            bus.send(observed(on()));

            await().atMost(PATIENCE).until(() -> mode() == Mode.ACTIVE);
        }
    }

    @Test
    void anAgentThatKnowsNoKeysTakesNothingUntilASignedIndexTellsThem() throws Exception {
        centre.tellingKeys(List.of());
        start();
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            bus.send(observed(on()));
            await().atMost(PATIENCE).until(() -> refused("no-keys") == 1);
            assertThat(mode()).isEqualTo(Mode.NORMAL);

            centre.publishIndex(Snapshots.index(tenant, 3, true, List.of(), Snapshots.eventKeys()));

            await().atMost(PATIENCE).until(() -> mode() == Mode.ACTIVE);
        }
    }

    @Test
    void aNewKeyCountsBesidesTheOldOneOnceTheIndexTellsItAndAfterARestart() throws Exception {
        start();
        List<EventKey> two = new ArrayList<>(Snapshots.eventKeys());
        two.add(new EventKey(
                "dns-watcher", Files.readString(TestEventKeys.directory().resolve("stranger.public"))));
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            bus.sendSignedBy(TestEventKeys.of(TestEventKeys.STRANGER), observed(on()));
            await().atMost(PATIENCE).until(() -> refused("foreign-key") == 1);

            centre.publishIndex(Snapshots.index(tenant, 3, true, List.of(), two));
            await().atMost(PATIENCE).until(() -> mode() == Mode.ACTIVE);
            bus.send(observed(off()));
            await().atMost(PATIENCE).until(() -> mode() == Mode.NORMAL);
            agent.close();
            start();

            bus.sendSignedBy(TestEventKeys.of(TestEventKeys.STRANGER), observed(onAgain()));
            await().atMost(PATIENCE).until(() -> mode() == Mode.ACTIVE);
        }
    }

    @Test
    void whatItSaysIsSignedWithItsCertificatesKeyAndACounterThatGrowsOverRestarts() throws Exception {
        start();
        try (KafkaEvents bus = KafkaEvents.fromBeginning(Topics.AGENT_STATUS)) {
            long first = verified(bus.awaitRaw(Topics.AGENT_STATUS, record -> isAfter(record, 0)));
            agent.close();
            start();

            long second = verified(bus.awaitRaw(Topics.AGENT_STATUS, record -> isAfter(record, first)));

            assertThat(second).isGreaterThan(first);
        }
    }

    private boolean isAfter(ConsumerRecord<String, byte[]> record, long counter) {
        return new String(record.value(), StandardCharsets.UTF_8).contains(tenant.customerId())
                && counter(record) > counter;
    }

    private static long counter(ConsumerRecord<String, byte[]> record) {
        try {
            return Claim.of(received(record)).counter();
        } catch (EventRefusedException e) {
            return -1;
        }
    }

    private long verified(ConsumerRecord<String, byte[]> record) throws Exception {
        Claim claim = Claim.of(received(record));
        byte[] key = agent.parts()
                .identity()
                .identity()
                .orElseThrow()
                .certificate()
                .getPublicKey()
                .getEncoded();
        String pem =
                "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key) + "\n-----END PUBLIC KEY-----";
        assertThatCode(() -> claim.verify(VerificationKey.ofPem(pem))).doesNotThrowAnyException();
        return claim.counter();
    }

    private static ReceivedEvent received(ConsumerRecord<String, byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value());
        }
        return new ReceivedEvent(record.topic(), record.key(), headers, record.value());
    }

    private void start() throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("breakwater.agent.home", home.toString());
        settings.put("breakwater.agent.provisioning-key", "key");
        settings.put("breakwater.agent.config-service-url", centre.address().toString());
        settings.put("breakwater.agent.snapshot-service-url", centre.address().toString());
        settings.put("breakwater.agent.centre.pause", "PT0.1S");
        settings.put("breakwater.agent.dns.servers", "127.0.0.1:1");
        settings.put("breakwater.agent.dns.retry", "PT1H");
        settings.put("breakwater.agent.kafka.bootstrap-servers", KafkaResource.bootstrapServers());
        agent = AgentMain.agent(settings, Surroundings.of(registry));
        agent.start();
        await().atMost(PATIENCE)
                .until(() -> agent.parts()
                        .service()
                        .running()
                        .map(Generation::snapshot)
                        .isPresent());
    }

    private Mode mode() {
        return agent.parts().keeper().view().mode();
    }

    private double refused(String reason) {
        return registry.counter("breakwater.agent.events.refused", "reason", reason)
                .count();
    }

    private EventEnvelope<DrObserved> observed(List<List<String>> rrset) {
        VerdictView verdict = new VerdictView("APPLY", "OK", null, null, null, null);
        DrObserved seen = new DrObserved(
                tenant.customerId(), tenant.domain(), rrset, List.of(), 30L, Instant.now(), verdict, "POLL");
        return EventEnvelope.of("/dns-watcher", tenant.customerId(), Instant.now(), seen);
    }

    private List<List<String>> on() {
        return Records.signedOn(tenant.key(), tenant.domain(), now - 20, now + 3600);
    }

    private List<List<String>> off() {
        return Records.signedOff(tenant.key(), tenant.domain(), now - 10, now + 3600);
    }

    private List<List<String>> onAgain() {
        return Records.signedOn(tenant.key(), tenant.domain(), now - 5, now + 3600);
    }
}
