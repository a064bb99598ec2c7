package io.breakwater.platform.owner;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerSettingsTest {

    @Test
    void haveTheirDefaults() {
        SmallRyeConfig config = OwnerSettings.of(Map.of("quarkus.application.name", "dns-watcher"));

        ConfigServiceConfig service = config.getConfigMapping(ConfigServiceConfig.class);
        assertThat(service.url()).isEqualTo(URI.create("http://127.0.0.1:8081"));
        assertThat(service.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(service.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        DrControllerConfig controller = config.getConfigMapping(DrControllerConfig.class);
        assertThat(controller.url()).isEqualTo(URI.create("http://127.0.0.1:8083"));
        assertThat(controller.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(controller.readTimeout()).isEqualTo(Duration.ofSeconds(10));
        ServiceClientConfig client = config.getConfigMapping(ServiceClientConfig.class);
        assertThat(client.id()).isEqualTo("dns-watcher");
        assertThat(client.secretFile()).isEmpty();
        OwnerConfig owner = config.getConfigMapping(OwnerConfig.class);
        assertThat(owner.answerBytes().asLongValue()).isEqualTo(32L << 20);
        assertThat(owner.pageItems()).isEqualTo(200);
        assertThat(owner.pageBytes().asLongValue()).isEqualTo(4L << 20);
        assertThat(owner.tableItems()).isEqualTo(200_000);
        assertThat(owner.tableBytes().asLongValue()).isEqualTo(256L << 20);
        assertThat(owner.tableTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(owner.connections()).isEqualTo(4);
        assertThat(owner.waiting()).isEqualTo(256);
        ResyncConfig resync = config.getConfigMapping(ResyncConfig.class);
        assertThat(resync.every()).isEqualTo(Duration.ofSeconds(30));
        assertThat(resync.gap()).isEqualTo(Duration.ofSeconds(2));
        assertThat(resync.atMost()).isEqualTo(Duration.ofMinutes(2));
        assertThat(resync.initialBackOff()).isEqualTo(Duration.ofSeconds(1));
        assertThat(resync.waiting()).isEqualTo(32);
    }

    @Test
    void canAllBeSet() {
        Map<String, String> all = new HashMap<>();
        all.put("breakwater.config-service.url", "http://c:1");
        all.put("breakwater.config-service.connect-timeout", "PT3S");
        all.put("breakwater.config-service.read-timeout", "PT4S");
        all.put("breakwater.dr-controller.url", "http://d:1");
        all.put("breakwater.dr-controller.connect-timeout", "PT5S");
        all.put("breakwater.dr-controller.read-timeout", "PT6S");
        all.put("breakwater.service-client.id", "other");
        all.put("breakwater.service-client.secret-file", "/s");
        all.put("breakwater.owner.answer-bytes", "1M");
        all.put("breakwater.owner.page-items", "2");
        all.put("breakwater.owner.page-bytes", "3K");
        all.put("breakwater.owner.table-items", "4");
        all.put("breakwater.owner.table-bytes", "5K");
        all.put("breakwater.owner.table-timeout", "PT7S");
        all.put("breakwater.owner.connections", "8");
        all.put("breakwater.owner.waiting", "9");
        all.put("breakwater.resync.every", "PT10S");
        all.put("breakwater.resync.gap", "PT11S");
        all.put("breakwater.resync.at-most", "PT12S");
        all.put("breakwater.resync.initial-back-off", "PT13S");
        all.put("breakwater.resync.waiting", "14");
        SmallRyeConfig config = OwnerSettings.of(all);

        ConfigServiceConfig service = config.getConfigMapping(ConfigServiceConfig.class);
        assertThat(service.url()).isEqualTo(URI.create("http://c:1"));
        assertThat(service.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(service.readTimeout()).isEqualTo(Duration.ofSeconds(4));
        DrControllerConfig controller = config.getConfigMapping(DrControllerConfig.class);
        assertThat(controller.url()).isEqualTo(URI.create("http://d:1"));
        assertThat(controller.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(controller.readTimeout()).isEqualTo(Duration.ofSeconds(6));
        ServiceClientConfig client = config.getConfigMapping(ServiceClientConfig.class);
        assertThat(client.id()).isEqualTo("other");
        assertThat(client.secretFile()).contains(Path.of("/s"));
        OwnerConfig owner = config.getConfigMapping(OwnerConfig.class);
        assertThat(owner.answerBytes().asLongValue()).isEqualTo(1L << 20);
        assertThat(owner.pageItems()).isEqualTo(2);
        assertThat(owner.pageBytes().asLongValue()).isEqualTo(3L << 10);
        assertThat(owner.tableItems()).isEqualTo(4);
        assertThat(owner.tableBytes().asLongValue()).isEqualTo(5L << 10);
        assertThat(owner.tableTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(owner.connections()).isEqualTo(8);
        assertThat(owner.waiting()).isEqualTo(9);
        ResyncConfig resync = config.getConfigMapping(ResyncConfig.class);
        assertThat(resync.every()).isEqualTo(Duration.ofSeconds(10));
        assertThat(resync.gap()).isEqualTo(Duration.ofSeconds(11));
        assertThat(resync.atMost()).isEqualTo(Duration.ofSeconds(12));
        assertThat(resync.initialBackOff()).isEqualTo(Duration.ofSeconds(13));
        assertThat(resync.waiting()).isEqualTo(14);
    }
}
