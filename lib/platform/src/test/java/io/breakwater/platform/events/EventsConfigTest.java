package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventsConfigTest {
    @Test
    void defaultsAreAsDocumented() {
        EventsConfig config = read(Map.of("quarkus.application.name", "dr-controller"));

        assertThat(config.source()).isEqualTo("/dr-controller");
        assertThat(config.retry().initialBackOff()).isEqualTo(Duration.ofMillis(50));
        assertThat(config.retry().maxBackOff()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.retry().attempts()).isEqualTo(8);
        assertThat(config.signingKeyFile()).isEmpty();
        assertThat(config.trustDirectory()).isEmpty();
        assertThat(config.maxAhead()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.maxUnsent()).isEqualTo(16L << 20);
        assertThat(config.keys().lookInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.keys().maxFiles()).isEqualTo(200);
        assertThat(config.keys().maxFileSize()).isEqualTo(65_536);
        assertThat(config.keys().maxKeys()).isEqualTo(64);
        assertThat(config.keys().agentCounters()).isEqualTo(100_000);
        assertThat(config.keys().agentCounterRetention()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.limits().value()).isEqualTo(524_288);
        assertThat(config.limits().key()).isEqualTo(512);
        assertThat(config.limits().headers()).isEqualTo(16_384);
        assertThat(config.limits().inline()).isEqualTo(4_096);
    }

    @Test
    void everyKeyCanBeSet() {
        EventsConfig config = read(Map.ofEntries(
                Map.entry("breakwater.events.source", "/x"),
                Map.entry("breakwater.events.signing-key-file", "/keys/x.key"),
                Map.entry("breakwater.events.trust-directory", "/keys/trust"),
                Map.entry("breakwater.events.max-ahead", "PT1M"),
                Map.entry("breakwater.events.max-unsent", "5"),
                Map.entry("breakwater.events.keys.look-interval", "PT7S"),
                Map.entry("breakwater.events.keys.max-files", "1"),
                Map.entry("breakwater.events.keys.max-file-size", "2"),
                Map.entry("breakwater.events.keys.max-keys", "3"),
                Map.entry("breakwater.events.keys.agent-counters", "4"),
                Map.entry("breakwater.events.keys.agent-counter-retention", "PT5M"),
                Map.entry("breakwater.events.limits.value", "6"),
                Map.entry("breakwater.events.limits.key", "7"),
                Map.entry("breakwater.events.limits.headers", "8"),
                Map.entry("breakwater.events.limits.inline", "9"),
                Map.entry("breakwater.events.retry.initial-back-off", "PT1S"),
                Map.entry("breakwater.events.retry.max-back-off", "PT2S"),
                Map.entry("breakwater.events.retry.attempts", "3")));

        assertThat(config.signingKeyFile()).contains(Path.of("/keys/x.key"));
        assertThat(config.trustDirectory()).contains(Path.of("/keys/trust"));
        assertThat(config.maxAhead()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.maxUnsent()).isEqualTo(5);
        assertThat(config.keys().lookInterval()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.keys().maxFiles()).isEqualTo(1);
        assertThat(config.keys().maxFileSize()).isEqualTo(2);
        assertThat(config.keys().maxKeys()).isEqualTo(3);
        assertThat(config.keys().agentCounters()).isEqualTo(4);
        assertThat(config.keys().agentCounterRetention()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.limits().value()).isEqualTo(6);
        assertThat(config.limits().key()).isEqualTo(7);
        assertThat(config.limits().headers()).isEqualTo(8);
        assertThat(config.limits().inline()).isEqualTo(9);

        assertThat(config.source()).isEqualTo("/x");
        assertThat(config.retry().initialBackOff()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.retry().maxBackOff()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.retry().attempts()).isEqualTo(3);
    }

    private static EventsConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(EventsConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(EventsConfig.class);
    }
}
