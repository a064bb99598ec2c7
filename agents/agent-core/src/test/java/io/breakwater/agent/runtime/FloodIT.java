package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.agent.fixture.AgentMain;
import io.breakwater.agent.fixture.Snapshots;
import io.breakwater.agent.fixture.Tenant;
import io.breakwater.agent.fixture.TestCentre;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("I9: a flood on the bus does not kill an agent with the heap that its README gives it")
class FloodIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EVENTS = 150;

    @TempDir
    Path directory;

    private final Tenant tenant = Tenant.any();
    private final long now = Instant.now().getEpochSecond();
    private final TestCentre centre = new TestCentre(tenant);
    private final ZoneServer zone = ZoneServer.start(ZoneServer.Options.of("breakwater.test", List.of(), List.of()));
    private Process process;

    @BeforeEach
    void launch() throws Exception {
        centre.publish(2, Snapshots.good(tenant, 1));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                "view=" + directory.resolve("view"),
                "home=" + directory.resolve("home"),
                "provisioning-key=key",
                "config-service-url=" + centre.address(),
                "snapshot-service-url=" + centre.address(),
                "kafka.bootstrap-servers=" + KafkaResource.bootstrapServers(),
                "dns.servers=127.0.0.1:" + zone.port(),
                "dns.interval=PT0.2S",
                "centre.pause=PT0.1S"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        awaitView(view -> Snapshots.name(1).equals(view.snapshot()));
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor();
        zone.close();
        centre.close();
    }

    @Test
    void observationsLargerThanARecordSetCanBe() throws Exception {
        byte[] value = large();
        assertThat(value.length).isBetween(700_000, 900_000);
        floodWith(value);
    }

    @Test
    void observationsAsLargeAsARecordSetCanBe() throws Exception {
        List<List<String>> records = Collections.nCopies(4_600, List.of("x"));
        floodWith(EventCodec.value(observed(records)));
    }

    private void floodWith(byte[] value) throws Exception {
        try (KafkaEvents bus = KafkaEvents.fromNow(Topics.DR_OBSERVED)) {
            for (int i = 0; i < EVENTS; i++) {
                Map<String, String> headers = EventCodec.headers(observed(List.of()));
                bus.sendRawSigned(EventType.DR_OBSERVED, tenant.customerId(), headers, value);
                if (i == EVENTS / 2) {
                    zone.replaceTxt(
                            tenant.domain(), 30, Records.signedOn(tenant.key(), tenant.domain(), now - 20, now + 3600));
                }
            }
            awaitView(view -> view.mode().equals("ACTIVE"));
            bus.send(observed(Records.signedOff(tenant.key(), tenant.domain(), now - 10, now + 3600)));
            zone.replaceTxt(
                    tenant.domain(), 30, Records.signedOff(tenant.key(), tenant.domain(), now - 10, now + 3600));
            awaitView(view -> view.mode().equals("NORMAL") && view.switches() == 2);
        }
        assertThat(process.isAlive()).isTrue();
        assertThat(Files.readString(directory.resolve("log"))).doesNotContain("OutOfMemoryError");
    }

    /** 3,500 records of 200 octets: no DNS answer can be so large. */
    private byte[] large() {
        String one = "[\"" + "x".repeat(200) + "\"]";
        String records = "[" + String.join(",", Collections.nCopies(3_500, one)) + "]";
        String event = new String(EventCodec.value(observed(List.of())), StandardCharsets.UTF_8);
        return event.replace("\"rrset\":[]", "\"rrset\":" + records).getBytes(StandardCharsets.UTF_8);
    }

    private EventEnvelope<DrObserved> observed(List<List<String>> rrset) {
        VerdictView verdict = new VerdictView("APPLY", "OK", null, null, null, null);
        DrObserved seen = new DrObserved(
                tenant.customerId(), tenant.domain(), rrset, List.of(), 30L, Instant.now(), verdict, "POLL");
        return EventEnvelope.of("/dns-watcher", tenant.customerId(), Instant.now(), seen);
    }

    private void awaitView(Predicate<AgentMain.View> condition) {
        await().atMost(PATIENCE).ignoreExceptions().until(this::view, condition);
    }

    private AgentMain.View view() throws IOException {
        return EventCodec.mapper().readValue(directory.resolve("view").toFile(), AgentMain.View.class);
    }
}
