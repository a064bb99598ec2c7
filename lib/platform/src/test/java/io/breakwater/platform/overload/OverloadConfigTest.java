package io.breakwater.platform.overload;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverloadConfigTest {
    @Test
    void defaultsAreAsDocumented() {
        OverloadConfig config = read(Map.of());

        assertThat(config.requests()).isEqualTo(256);
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.waitingTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.headersTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everyKeyCanBeSet() {
        OverloadConfig config = read(Map.of(
                "breakwater.http.requests", "1",
                "breakwater.http.request-timeout", "PT2S",
                "breakwater.http.waiting-timeout", "PT3S",
                "breakwater.http.headers-timeout", "PT4S",
                "breakwater.http.body-timeout", "PT5S"));

        assertThat(config.requests()).isEqualTo(1);
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.waitingTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.headersTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.bodyTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    private static OverloadConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(OverloadConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(OverloadConfig.class);
    }
}
