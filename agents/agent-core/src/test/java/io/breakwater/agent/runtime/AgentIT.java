package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Mode;
import io.breakwater.activation.Reason;
import io.breakwater.activation.state.Held;
import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.Damage;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
import io.breakwater.agent.mode.ModeView;
import io.breakwater.agent.service.Generation;
import io.breakwater.agent.status.Trouble;
import io.breakwater.agent.upkeep.CentreContact;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.event.VerdictView;
import io.breakwater.embedded.zone.ZoneServer;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.testsupport.kafka.KafkaResource;
import io.breakwater.testsupport.records.Records;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final Tenant tenant = Tenant.any();
    private final long now = Instant.now().getEpochSecond();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<String, String> settings = new HashMap<>();
    private TestCentre centre;
    private ZoneServer zone;
    private Agent agent;

    @BeforeEach
    void serve() {
        centre = new TestCentre(tenant);
        centre.publish(2, Snapshots.good(tenant, 1));
        zone = ZoneServer.start(ZoneServer.Options.of("breakwater.test", List.of(), List.of()));
        set("home", home.toString());
        set("name", "test agent");
        set("provisioning-key", "key");
        set("config-service-url", centre.address().toString());
        set("snapshot-service-url", centre.address().toString());
        set("centre.retry-min", "PT0.1S");
        set("centre.retry-max", "PT0.3S");
        set("centre.pause", "PT0.1S");
        set("dns.servers", "127.0.0.1:" + zone.port());
        set("dns.interval", "PT1H");
        set("status.heartbeat", "PT1H");
        set("kafka.bootstrap-servers", KafkaResource.bootstrapServers());
    }

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.close();
        }
        zone.close();
        centre.close();
    }

    @Test
    void enrolsInstallsSwitchesByTheBusAndAcknowledges() throws Exception {
        start();
        awaitSnapshot(Snapshots.name(1));
        try (KafkaEvents bus = KafkaEvents.fromBeginning(Topics.DR_OBSERVED, Topics.AGENT_STATUS)) {
            bus.send(observed(on()));
            awaitMode(Mode.ACTIVE);
            int requests = centre.requests().size();
            String identity = view().identity();

            EventEnvelope<AgentStatus> acknowledged = bus.await(
                    AgentStatus.class,
                    event -> ours(event) && identity.equals(event.data().identity()));
            assertThat(acknowledged.data().mode()).isEqualTo("ACTIVE");
            assertThat(acknowledged.data().lastSwitch().source()).isEqualTo("BUS");
            assertThat(acknowledged.data().snapshot()).isEqualTo(Snapshots.name(1));
            assertThat(acknowledged.data().restarts()).isEqualTo(1);

            centre.publish(3, Snapshots.good(tenant, 2), Snapshots.good(tenant, 1));
            bus.send(observed(off()));
            awaitMode(Mode.NORMAL);
            assertThat(requests).as("cut off while ACTIVE").isGreaterThan(0);
            awaitSnapshot(Snapshots.name(2));
            assertThat(view().switches()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("I5: duplicates, old events and garbage on the bus have no effect, and garbage is counted")
    void takesEachEventOnceAndCountsWhatItCannotRead() throws Exception {
        start();
        awaitSnapshot(Snapshots.name(1));
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            EventEnvelope<DrObserved> on = observed(on());
            bus.send(on);
            bus.send(on);
            awaitMode(Mode.ACTIVE);
            bus.send(observed(off()));
            bus.send(on);
            bus.send(new EventEnvelope<>(
                    UUID.randomUUID().toString(), on.type(), on.source(), on.key(), on.time(), null, on.data()));
            Map<String, String> headers = new HashMap<>(EventCodec.headers(on));
            bus.sendRawSigned(
                    EventType.DR_OBSERVED, tenant.customerId(), headers, "{".getBytes(StandardCharsets.UTF_8));
            headers.put("ce_type", "io.breakwater.dr.observed.v99");
            bus.sendRawSigned(
                    EventType.DR_OBSERVED, tenant.customerId(), headers, "{}".getBytes(StandardCharsets.UTF_8));
            headers.put("ce_type", on.type().wireName());
            headers.remove("ce_time");
            bus.sendRawSigned(EventType.DR_OBSERVED, tenant.customerId(), headers, new byte[] {0, 1, 2});

            await().atMost(PATIENCE).until(() -> count("events.malformed") == 2 && count("events.skipped") == 1);
            await().atMost(PATIENCE).until(() -> count("events.repeated") == 2);
            assertThat(view().mode()).isEqualTo(Mode.NORMAL);
            assertThat(view().switches()).isEqualTo(2);
            assertThat(view().held()).isEmpty();
        }
    }

    @Test
    @DisplayName("I3: that an observation was deleted from the bus is no instruction")
    void aDeletedObservationChangesNothing() throws Exception {
        start();
        awaitSnapshot(Snapshots.name(1));
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            bus.send(observed(on()));
            awaitMode(Mode.ACTIVE);
            ModeView before = view();

            bus.sendTombstone(EventType.DR_OBSERVED, tenant.customerId());
            bus.sendRaw(Topics.DR_OBSERVED, tenant.customerId(), Map.of(), null);
            await().atMost(PATIENCE).until(() -> refused("unsigned") == 1);

            assertThat(view()).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("I8: another tenant's evidence is not ours")
    void ignoresOtherTenants() throws Exception {
        start();
        awaitSnapshot(Snapshots.name(1));
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            DrObserved mine = observed(on()).data();
            bus.send(EventEnvelope.of("/dns-watcher", "somebody-else", Instant.now(), mine));
            bus.send(observed(List.of()));

            await().atMost(PATIENCE).until(() -> view().held().isPresent());
            assertThat(view().mode()).isEqualTo(Mode.NORMAL);
        }
    }

    @Test
    @DisplayName("I2: an agent of a tenant without a key looks by itself before it believes the bus")
    void looksByItselfWhenThereIsNoKey() throws Exception {
        centre.enrollingWith(tenant.settings(List.of()));
        start();
        await().atMost(PATIENCE).until(() -> agent.parts().trust().trust().isPresent());
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            double looks = looks();
            bus.send(observed(Records.unsigned("on", now - 20, now + 3600)));
            await().atMost(PATIENCE).until(() -> looks() > looks);
            assertThat(view().mode()).as("DNS says nothing of it").isEqualTo(Mode.NORMAL);

            zone.replaceTxt(tenant.domain(), 30, Records.unsigned("on", now - 20, now + 3600));
            bus.send(observed(Records.unsigned("on", now - 20, now + 3600)));
            awaitMode(Mode.ACTIVE);
            assertThat(view().lastSwitch().source()).isEqualTo("DNS");
        }
    }

    @Test
    @DisplayName("I4: with no centre ever reachable again and no bus it switches by DNS alone")
    void switchesByDnsAlone() throws Exception {
        start();
        awaitSnapshot(Snapshots.name(1));
        agent.close();
        centre.close();
        set("kafka.bootstrap-servers", "127.0.0.1:1");
        set("dns.interval", "PT0.1S");
        zone.replaceTxt(tenant.domain(), 30, on());

        start();

        awaitMode(Mode.ACTIVE);
        assertThat(view().lastSwitch().source()).isEqualTo("DNS");
        assertThat(agent.parts().service().running().map(Generation::snapshot)).contains(Snapshots.name(1));
        zone.replaceTxt(tenant.domain(), 30, off());
        awaitMode(Mode.NORMAL);
        zone.replaceTxt(tenant.domain(), 30, on());
        await().atMost(PATIENCE)
                .until(() -> view().held()
                        .map(Held::reason)
                        .filter(Reason.REPLAY::equals)
                        .isPresent());
        assertThat(view().mode()).isEqualTo(Mode.NORMAL);
        zone.close();
        await().atMost(PATIENCE).until(() -> agent.parts().troubles().all().containsKey(Trouble.DNS));
        assertThat(view().held().map(Held::reason))
                .as("a failed look is no observation")
                .contains(Reason.REPLAY);
    }

    @Test
    @DisplayName("I4: an agent whose certificate is damaged cannot talk to the centre, but it switches")
    void switchesWithADamagedCertificate() throws Exception {
        start();
        awaitSnapshot(Snapshots.name(1));
        agent.close();
        centre.close();
        Files.writeString(home.resolve("identity/certificate.pem"), "damaged");
        Files.writeString(home.resolve("identity/certificate.pem.copy"), "damaged");
        set("kafka.bootstrap-servers", "127.0.0.1:1");
        set("dns.interval", "PT0.1S");
        zone.replaceTxt(tenant.domain(), 30, on());

        start();

        assertThat(agent.parts().troubles().all()).containsKey(Trouble.IDENTITY);
        awaitMode(Mode.ACTIVE);
        zone.replaceTxt(tenant.domain(), 30, off());
        awaitMode(Mode.NORMAL);
    }

    @Test
    void keepsTryingToEnrolAndSaysSo() throws Exception {
        centre.refuseEnrolment(true);
        start();
        await().atMost(PATIENCE).until(() -> centre.requests().size() > 2);
        assertThat(agent.parts().troubles().latest().orElseThrow())
                .contains("not enrolled", "the provisioning key is used up");

        centre.refuseEnrolment(false);

        awaitSnapshot(Snapshots.name(1));
        await().atMost(PATIENCE).until(() -> agent.parts().troubles().latest().isEmpty());
    }

    @Test
    void aNewerProcessWithItsCertificateIsSaidAndTheModeIsKeptAllTheSame() throws Exception {
        set("dns.interval", "PT0.1S");
        start();
        awaitSnapshot(Snapshots.name(1));
        agent.close();
        centre.supersede();
        start();

        await().atMost(PATIENCE)
                .until(() -> agent.parts().troubles().latest().orElse("").contains("newer process"));
        zone.replaceTxt(tenant.domain(), 30, on());
        awaitMode(Mode.ACTIVE);
    }

    @Test
    void thatTheCentreKnowsItNotIsSaidUntilItDoes() throws Exception {
        start();
        awaitSnapshot(Snapshots.name(1));
        agent.close();
        centre.forgetAgents(true);
        start();
        await().atMost(PATIENCE).until(() -> agent.parts().contact().refusal().isPresent());
        assertThat(agent.parts().troubles().all().get(Trouble.CENTRE))
                .contains("the centre refuses this agent", "no such agent", "provisioning key");

        centre.forgetAgents(false);

        await().atMost(PATIENCE).until(() -> agent.parts().contact().refusal().isEmpty());
        assertThat(agent.parts().contact().state().outcome()).isEqualTo(CentreContact.Outcome.REACHED);
    }

    @Test
    @DisplayName("I4: whether it can look by itself is told from its own look, whatever the bus brings")
    void tellsWhetherItCanLookByItself() throws Exception {
        set("dns.interval", "PT0.1S");
        set("dns.timeout", "PT0.2S");
        set("dns.retry", "PT0.1S");
        zone.replaceTxt(tenant.domain(), 30, off());
        start();
        await().atMost(PATIENCE).until(() -> look().contains("FOUND"));
        zone.close();
        await().atMost(PATIENCE).until(() -> look().contains("UNAVAILABLE"));

        try (KafkaEvents bus = KafkaEvents.fromBeginning(Topics.DR_OBSERVED, Topics.AGENT_STATUS)) {
            bus.send(observed(Records.signedOn(tenant.key(), tenant.domain(), now - 5, now + 3600)));
            awaitMode(Mode.ACTIVE);

            EventEnvelope<AgentStatus> told = bus.await(
                    AgentStatus.class,
                    event -> ours(event) && "ACTIVE".equals(event.data().mode()));
            assertThat(told.data().drLookup().outcome()).isEqualTo("UNAVAILABLE");
            assertThat(told.data().drLookup().detail()).isNotBlank();
        }
        assertThat(agent.parts().look().whyNotReady())
                .hasValueSatisfying(why -> assertThat(why).startsWith("it cannot look its DR domain up by itself"));
    }

    private String look() {
        return agent.parts().look().last().map(AgentStatus.DrLookup::outcome).orElse("");
    }

    @Test
    void aSecondProcessIsKeptOutOfTheHome() throws Exception {
        start();
        try (Agent second = AgentMain.agent(settings)) {
            assertThat(catchThrowable(second::start)).hasMessageContaining("works in " + home);
        }
    }

    @Test
    void judgesWhatTheOperatorPutsIntoTheFile() throws Exception {
        Path file = home.resolve("evidence.txt");
        set("evidence-file", file.toString());
        set("evidence-file-interval", "PT0.1S");
        start();
        awaitSnapshot(Snapshots.name(1));

        Files.write(file, Snapshots.json(on()));

        awaitMode(Mode.ACTIVE);
        assertThat(view().lastSwitch().source()).isEqualTo("FILE");
    }

    @Test
    @DisplayName("I9: what is no evidence file is said in the agent's own words, and is not read to its end")
    void saysWhatIsWrongWithTheEvidenceFile() throws Exception {
        Path file = home.resolve("evidence");
        set("evidence-file", file.toString());
        set("evidence-file-interval", "PT0.1S");
        start();
        awaitSnapshot(Snapshots.name(1));

        Map<Damage, String> said = Map.of(
                Damage.HUGE,
                "larger than",
                Damage.DIRECTORY,
                "a directory",
                Damage.LINK_TO_A_DEVICE,
                "no regular file");
        for (Map.Entry<Damage, String> one : said.entrySet()) {
            one.getKey().on(file);
            await().atMost(PATIENCE)
                    .until(() -> agent.parts()
                            .troubles()
                            .all()
                            .getOrDefault(Trouble.FILE, "")
                            .contains(one.getValue()));
        }

        assertThat(agent.parts().troubles().all().get(Trouble.FILE)).doesNotContain("Exception", "java", "null");
        assertThat(view().mode()).isEqualTo(Mode.NORMAL);
    }

    private void start() throws Exception {
        agent = AgentMain.agent(settings, Surroundings.of(registry));
        agent.start();
    }

    private void set(String name, String value) {
        settings.put("breakwater.agent." + name, value);
    }

    private ModeView view() {
        return agent.parts().keeper().view();
    }

    private void awaitMode(Mode mode) {
        await().atMost(PATIENCE).until(() -> view().mode() == mode);
    }

    private void awaitSnapshot(String name) {
        await().atMost(PATIENCE)
                .until(() -> agent.parts()
                        .service()
                        .running()
                        .map(Generation::snapshot)
                        .filter(name::equals)
                        .isPresent());
    }

    private double count(String name) {
        return registry.counter("breakwater.agent." + name).count();
    }

    private double refused(String reason) {
        return registry.counter("breakwater.agent.events.refused", "reason", reason)
                .count();
    }

    private double looks() {
        return registry.find("breakwater.agent.looks").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private boolean ours(EventEnvelope<AgentStatus> event) {
        return tenant.customerId().equals(event.data().customerId());
    }

    private EventEnvelope<DrObserved> observed(List<List<String>> rrset) {
        DrObserved seen = new DrObserved(
                tenant.customerId(),
                tenant.domain(),
                rrset,
                List.of(),
                30L,
                Instant.now(),
                new VerdictView("APPLY", "OK", null, null, null, null),
                "POLL");
        return EventEnvelope.of("/dns-watcher", tenant.customerId(), Instant.now(), seen);
    }

    private List<List<String>> on() {
        return Records.signedOn(tenant.key(), tenant.domain(), now - 20, now + 3600);
    }

    private List<List<String>> off() {
        return Records.signedOff(tenant.key(), tenant.domain(), now - 10, now + 3600);
    }
}
