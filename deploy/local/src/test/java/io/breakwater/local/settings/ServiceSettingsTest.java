package io.breakwater.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.local.agents.AgentSpec;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.ports.PortPlan;
import io.breakwater.local.secrets.Secrets;
import io.breakwater.local.zone.ZoneLocation;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
    @TempDir
    private Path directory;

    private Surroundings around;
    private ServiceSettings settings;

    @BeforeEach
    void surround() {
        DataDirectory data = new DataDirectory(directory).create();
        PortPlan ports = PortPlan.standard(0, Map.of());
        AgentSpec edge = AgentSpec.edge(1);
        ports.addAgent(edge.name(), edge.port(), edge.managementPort());
        around = new Surroundings(
                data,
                ports,
                new Secrets(data.secrets()),
                new PostgresLocation("db:5432", "admin", "password"),
                "broker:9092",
                new ZoneLocation(new InetSocketAddress("127.0.0.1", 5354), "example.com", Optional.empty()));
        settings = new ServiceSettings(around);
    }

    @Test
    void eachServiceHasADatabaseOfItsOwn() {
        assertThat(settings.configService())
                .containsEntry("quarkus.datasource.reactive.url", "postgresql://db:5432/breakwater_config");
        assertThat(settings.snapshotService())
                .containsEntry("quarkus.datasource.reactive.url", "postgresql://db:5432/breakwater_snapshot");
        assertThat(settings.drController())
                .containsEntry("quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/breakwater_controller");
        assertThat(settings.dnsWatcher()).doesNotContainKey("quarkus.datasource.reactive.url");
    }

    @Test
    void onlyConfigServiceIsGivenWhatSignsTokens() {
        String key = around.secrets().tokenSigningKey().toString();

        assertThat(settings.configService()).containsValue(key);
        assertThat(settings.snapshotService()).doesNotContainValue(key);
        assertThat(settings.drController()).doesNotContainValue(key);
        assertThat(settings.dnsWatcher()).doesNotContainValue(key);
    }

    @Test
    void eachServiceSignsInUnderItsOwnNameToAskTheOwners() {
        Map<String, Map<String, String>> services = Map.of(
                "config-service", settings.configService(),
                "snapshot-service", settings.snapshotService(),
                "dr-controller", settings.drController(),
                "dns-watcher", settings.dnsWatcher());

        services.forEach((name, all) -> {
            String secret = around.secrets().clientSecret(name).toString();
            assertThat(all)
                    .containsEntry("breakwater.service-client.id", name)
                    .containsEntry("breakwater.service-client.secret-file", secret)
                    .containsEntry("breakwater.config-service.url", "http://127.0.0.1:8081")
                    .containsEntry("breakwater.dr-controller.url", "http://127.0.0.1:8083");
            assertThat(settings.configService())
                    .containsEntry("breakwater.service-clients." + name + ".secret-file", secret)
                    .containsEntry("breakwater.service-clients." + name + ".role", "SERVICE");
        });
    }

    /** Tests and benchmarks call from one address, and faster than any client may. */
    @Test
    void nobodyIsRateLimitedHere() {
        assertThat(settings.configService())
                .containsEntry("breakwater.rate-limit.enabled", "false")
                .containsEntry("breakwater.readiness.resolvers", "127.0.0.1:5354");
    }

    @Test
    void theWatcherAsksTheZonesServerAndTakesItsSignedNotify() {
        assertThat(settings.dnsWatcher())
                .containsEntry("breakwater.watcher.resolvers", "127.0.0.1:5354")
                .containsEntry("breakwater.watcher.authority-port", "5354")
                .containsEntry("breakwater.watcher.notify.port", "5353")
                .containsKey("breakwater.watcher.notify.tsig-file.\"breakwater-notify\"");
    }

    @Test
    void anAgentKnowsTheCentreTheBusAndDns() {
        Map<String, String> edge = new AgentSettings(around, Duration.ofSeconds(3)).of(AgentSpec.edge(1));

        assertThat(edge)
                .containsEntry("quarkus.http.port", "8500")
                .containsEntry("breakwater.agent.config-service-url", "http://127.0.0.1:8081")
                .containsEntry("breakwater.agent.snapshot-service-url", "http://127.0.0.1:8082")
                .containsEntry("breakwater.agent.kafka.bootstrap-servers", "broker:9092")
                .containsEntry("breakwater.agent.dns.servers", "127.0.0.1:5354")
                .containsEntry("breakwater.agent.dns.interval", "PT3S");
    }
}
