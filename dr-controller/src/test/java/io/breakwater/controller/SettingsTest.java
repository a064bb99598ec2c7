package io.breakwater.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.controller.convergence.ConvergenceConfig;
import io.breakwater.controller.live.LiveConfig;
import io.breakwater.controller.timer.TimerConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void defaultsAreAsDocumented() {
        ConvergenceConfig convergence = read(ConvergenceConfig.class, Map.of());
        TimerConfig timer = read(TimerConfig.class, Map.of());
        LiveConfig live = read(LiveConfig.class, Map.of());

        assertThat(convergence.lateAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(convergence.supersededGrace()).isEqualTo(Duration.ofSeconds(5));
        assertThat(convergence.duplicateShownFor()).isEqualTo(Duration.ofMinutes(10));
        assertThat(timer.pollInterval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(timer.retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(timer.batchSize()).isEqualTo(100);
        assertThat(live.keepAlive()).isEqualTo(Duration.ofSeconds(15));
        assertThat(live.conflate()).isEqualTo(Duration.ofMillis(100));
        assertThat(live.history()).isEqualTo(20);
    }

    @Test
    void everyKeyCanBeSet() {
        ConvergenceConfig convergence = read(
                ConvergenceConfig.class,
                Map.of(
                        "breakwater.convergence.late-after", "PT1S",
                        "breakwater.convergence.superseded-grace", "PT2S",
                        "breakwater.convergence.duplicate-shown-for", "PT3S"));
        TimerConfig timer = read(
                TimerConfig.class,
                Map.of(
                        "breakwater.timer.poll-interval", "PT4S",
                        "breakwater.timer.retry-after", "PT5S",
                        "breakwater.timer.batch-size", "6"));
        LiveConfig live = read(
                LiveConfig.class,
                Map.of(
                        "breakwater.live.keep-alive", "PT7S",
                        "breakwater.live.conflate", "PT8S",
                        "breakwater.live.history", "9"));

        assertThat(convergence.lateAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(convergence.supersededGrace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(convergence.duplicateShownFor()).isEqualTo(Duration.ofSeconds(3));
        assertThat(timer.pollInterval()).isEqualTo(Duration.ofSeconds(4));
        assertThat(timer.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        assertThat(timer.batchSize()).isEqualTo(6);
        assertThat(live.keepAlive()).isEqualTo(Duration.ofSeconds(7));
        assertThat(live.conflate()).isEqualTo(Duration.ofSeconds(8));
        assertThat(live.history()).isEqualTo(9);
    }

    private static <T> T read(Class<T> mapping, Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(mapping);
    }
}
