package io.breakwater.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateLimitConfigTest {
    @Test
    void defaultsAreAsDocumented() {
        RateLimitConfig config = read(Map.of());

        assertThat(config.enabled()).isTrue();
        assertThat(config.paths()).isEmpty();
        assertThat(config.reads()).isEqualTo(20);
        assertThat(config.writes()).isEqualTo(10);
        assertThat(config.window()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.callers()).isEqualTo(10_000);
    }

    @Test
    void everyKeyCanBeSet() {
        RateLimitConfig config = read(Map.of(
                "breakwater.rate-limit.enabled", "false",
                "breakwater.rate-limit.paths", "/a/,/b",
                "breakwater.rate-limit.reads", "1",
                "breakwater.rate-limit.writes", "2",
                "breakwater.rate-limit.window", "PT3S",
                "breakwater.rate-limit.callers", "4"));

        assertThat(config.enabled()).isFalse();
        assertThat(config.paths()).contains(List.of("/a/", "/b"));
        assertThat(config.reads()).isEqualTo(1);
        assertThat(config.writes()).isEqualTo(2);
        assertThat(config.window()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.callers()).isEqualTo(4);
    }

    static RateLimitConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(RateLimitConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(RateLimitConfig.class);
    }
}
