package io.breakwater.watcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.contracts.event.Topics;
import io.breakwater.embedded.kafka.EmbeddedKafka;
import io.breakwater.testsupport.dns.DnsServer;
import io.breakwater.testsupport.kafka.KafkaEvents;
import io.breakwater.watcher.Server;
import io.breakwater.watcher.TestTenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The service as processes, on a broker of its own")
class ReplicasIT {
    private static final Logger LOG = Logger.getLogger(ReplicasIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> SETTINGS = Map.of(
            "breakwater.watcher.polling.min-interval", "PT1S", "breakwater.watcher.polling.max-interval", "PT2S");

    @TempDir
    Path directory;

    @Test
    @DisplayName("Two replicas share the tenants; the survivor takes them all; a restarted one rebuilds its table")
    void replicasShareTheTenants() throws IOException {
        try (EmbeddedKafka kafka = kafka(0);
                DnsServer server = Server.BIND.start(Optional.empty());
                KafkaEvents bus = bus(kafka);
                WatcherProcess first = WatcherProcess.start(directory, kafka.bootstrapServers(), SETTINGS);
                WatcherProcess second = WatcherProcess.start(directory, kafka.bootstrapServers(), SETTINGS)) {
            List<TestTenant> tenants = Stream.generate(() -> TestTenant.withoutKey(Server.DOMAIN))
                    .limit(12)
                    .toList();
            tenants.forEach(tenant -> tenant.watched(bus, server.address()));
            first.awaitReady();
            second.awaitReady();
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(tenants).allMatch(tenant -> first.watches(tenant) != second.watches(tenant));
                assertThat(tenants).anyMatch(first::watches).anyMatch(second::watches);
            });

            first.kill();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(tenants).allMatch(second::watches));

            try (WatcherProcess restarted = WatcherProcess.start(directory, kafka.bootstrapServers(), SETTINGS)) {
                restarted.awaitReady();
                second.kill();
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(tenants).allMatch(restarted::watches));
            }
        }
    }

    @Test
    @DisplayName("What was seen while Kafka was away is published when it is back (I5)")
    void nothingIsLostWhileKafkaIsAway() throws IOException {
        EmbeddedKafka kafka = kafka(0);
        int port = kafka.port();
        try (DnsServer server = Server.BIND.start(Optional.empty());
                KafkaEvents bus = bus(kafka);
                WatcherProcess watcher = WatcherProcess.start(directory, kafka.bootstrapServers(), SETTINGS)) {
            TestTenant tenant = TestTenant.withKey(Server.DOMAIN);
            tenant.watched(bus, server.address());
            Duration start = watcher.awaitReady();
            tenant.awaitObserved(bus, "NONE", List.of());
            LOG.infof("dns-watcher: ready after %d ms, %d MiB resident", start.toMillis(), watcher.residentMib());

            kafka.close();
            List<List<String>> records = tenant.signed("on", -10, 1000);
            server.client().replaceTxt(Server.DOMAIN, 30, records);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(watcher.get(tenant.id()).<String>path("verdict.mode"))
                            .isEqualTo("ACTIVE"));
            assertThat(watcher.get(tenant.id()).<Boolean>path("published")).isFalse();
            assertThat(watcher.health("live")).as("liveness without Kafka").isEqualTo(200);
            await().atMost(PATIENCE).until(() -> watcher.health("ready") == 503);

            kafka = kafka(port);
            try (KafkaEvents later = bus(kafka)) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(tenant.observed(later))
                                .anyMatch(seen -> "ACTIVE".equals(seen.verdict().mode())));
            }
        } finally {
            kafka.close();
        }
    }

    private EmbeddedKafka kafka(int port) {
        return EmbeddedKafka.start(directory.resolve("kafka"), port, Topics.COMPACTED, Topics.RETAINED);
    }

    private static KafkaEvents bus(EmbeddedKafka kafka) {
        return KafkaEvents.onBroker(kafka.bootstrapServers(), Topics.DR_OBSERVED);
    }
}
