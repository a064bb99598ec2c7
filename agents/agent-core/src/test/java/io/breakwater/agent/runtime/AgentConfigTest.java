package io.breakwater.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgentConfigTest {
    private static final String PREFIX = "breakwater.agent.";

    @Test
    void hasDefaultsForEverythingButItsHome() {
        AgentConfig config = config(Map.of());

        assertThat(config.home()).isEqualTo(Path.of("h"));
        assertThat(config.name()).isEmpty();
        assertThat(config.provisioningKeyFile()).isEmpty();
        assertThat(config.provisioningKey()).isEmpty();
        assertThat(config.configServiceUrl()).isEmpty();
        assertThat(config.snapshotServiceUrl()).isEmpty();
        assertThat(config.evidenceFile()).isEmpty();
        assertThat(config.evidenceFileInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.kafka().bootstrapServers()).isEmpty();
        assertThat(config.kafka().properties()).isEmpty();
        assertThat(config.kafka().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.kafka().retryMax()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.dns().servers()).isEmpty();
        assertThat(config.dns().interval()).isEqualTo(Duration.ofSeconds(200));
        assertThat(config.dns().jitter()).isEqualTo(0.1);
        assertThat(config.dns().retry()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.dns().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.dns().authorityPort()).isEqualTo(53);
        assertThat(config.snapshots().keep()).isEqualTo(15);
        assertThat(config.snapshots().maxDiskUsed()).isEqualTo(0.9);
        assertThat(config.snapshots().maxSize()).isEqualTo(256 << 20);
        assertThat(config.mode().tick()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.status().heartbeat()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.status().keep()).isEqualTo(64);
        assertThat(config.certificate().renewAfter()).isEqualTo(Duration.ofDays(30));
        assertThat(config.centre().longPoll()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.centre().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.centre().requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.centre().downloadTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.centre().pause()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.centre().retryMin()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.centre().retryMax()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void takesEverySetting() {
        Map<String, String> set = new HashMap<>();
        set.put("name", "n");
        set.put("version", "9");
        set.put("provisioning-key-file", "k");
        set.put("provisioning-key", "secret");
        set.put("config-service-url", "http://c:1");
        set.put("snapshot-service-url", "http://s:2");
        set.put("evidence-file", "e");
        set.put("evidence-file-interval", "PT7S");
        set.put("kafka.bootstrap-servers", "k:1,k:2");
        set.put("kafka.properties.\"security.protocol\"", "SSL");
        set.put("kafka.timeout", "PT8S");
        set.put("kafka.retry-max", "PT9S");
        set.put("dns.servers", "1.2.3.4:53,5.6.7.8");
        set.put("dns.interval", "PT10S");
        set.put("dns.jitter", "0.2");
        set.put("dns.retry", "PT11S");
        set.put("dns.timeout", "PT12S");
        set.put("dns.authority-port", "5354");
        set.put("snapshots.keep", "3");
        set.put("snapshots.max-disk-used", "0.5");
        set.put("snapshots.max-size", "4");
        set.put("mode.tick", "PT13S");
        set.put("status.heartbeat", "PT14S");
        set.put("status.keep", "5");
        set.put("certificate.renew-after", "P6D");
        set.put("centre.long-poll", "PT15S");
        set.put("centre.connect-timeout", "PT16S");
        set.put("centre.request-timeout", "PT17S");
        set.put("centre.download-timeout", "PT18S");
        set.put("centre.pause", "PT19S");
        set.put("centre.retry-min", "PT20S");
        set.put("centre.retry-max", "PT21S");
        AgentConfig config = config(set);

        assertThat(config.name()).contains("n");
        assertThat(config.version()).isEqualTo("9");
        assertThat(config.provisioningKeyFile()).contains(Path.of("k"));
        assertThat(config.provisioningKey()).contains("secret");
        assertThat(config.configServiceUrl()).contains(URI.create("http://c:1"));
        assertThat(config.snapshotServiceUrl()).contains(URI.create("http://s:2"));
        assertThat(config.evidenceFile()).contains(Path.of("e"));
        assertThat(config.evidenceFileInterval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.kafka().bootstrapServers()).contains("k:1,k:2");
        assertThat(config.kafka().properties()).containsEntry("security.protocol", "SSL");
        assertThat(config.kafka().timeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.kafka().retryMax()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.dns().servers()).contains(List.of("1.2.3.4:53", "5.6.7.8"));
        assertThat(config.dns().interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.dns().jitter()).isEqualTo(0.2);
        assertThat(config.dns().retry()).isEqualTo(Duration.ofSeconds(11));
        assertThat(config.dns().timeout()).isEqualTo(Duration.ofSeconds(12));
        assertThat(config.dns().authorityPort()).isEqualTo(5354);
        assertThat(config.snapshots().keep()).isEqualTo(3);
        assertThat(config.snapshots().maxDiskUsed()).isEqualTo(0.5);
        assertThat(config.snapshots().maxSize()).isEqualTo(4);
        assertThat(config.mode().tick()).isEqualTo(Duration.ofSeconds(13));
        assertThat(config.status().heartbeat()).isEqualTo(Duration.ofSeconds(14));
        assertThat(config.status().keep()).isEqualTo(5);
        assertThat(config.certificate().renewAfter()).isEqualTo(Duration.ofDays(6));
        assertThat(config.centre().longPoll()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.centre().connectTimeout()).isEqualTo(Duration.ofSeconds(16));
        assertThat(config.centre().requestTimeout()).isEqualTo(Duration.ofSeconds(17));
        assertThat(config.centre().downloadTimeout()).isEqualTo(Duration.ofSeconds(18));
        assertThat(config.centre().pause()).isEqualTo(Duration.ofSeconds(19));
        assertThat(config.centre().retryMin()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.centre().retryMax()).isEqualTo(Duration.ofSeconds(21));
    }

    private static AgentConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(AgentConfig.class);
        builder.withDefaultValue(PREFIX + "home", "h");
        settings.forEach((name, value) -> builder.withDefaultValue(PREFIX + name, value));
        return builder.build().getConfigMapping(AgentConfig.class);
    }
}
