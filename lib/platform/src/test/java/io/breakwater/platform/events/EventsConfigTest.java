package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
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
    }

    @Test
    void everyKeyCanBeSet() {
        EventsConfig config = read(Map.of(
                "breakwater.events.source", "/x",
                "breakwater.events.retry.initial-back-off", "PT1S",
                "breakwater.events.retry.max-back-off", "PT2S",
                "breakwater.events.retry.attempts", "3"));

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
