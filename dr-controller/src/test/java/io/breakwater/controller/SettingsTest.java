package io.breakwater.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.controller.convergence.ConvergenceConfig;
import io.breakwater.controller.live.LiveConfig;
import io.breakwater.controller.roster.RosterConfig;
import io.breakwater.controller.settings.SettingsConfig;
import io.breakwater.controller.state.StateConfig;
import io.breakwater.controller.timer.TimerConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
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
        assertThat(live.mostPages()).isEqualTo(500);
        assertThat(convergence.mostAhead()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void defaultsOfWhatGuardsAreAsDocumented() {
        StateConfig state = read(StateConfig.class, Map.of());
        SettingsConfig settings = read(SettingsConfig.class, Map.of());
        RosterConfig roster = read(RosterConfig.class, Map.of());

        assertThat(state.pageBytes().asLongValue()).isEqualTo(2 << 20);
        assertThat(state.evaluationsRemembered()).isEqualTo(4096);
        assertThat(state.damping()).isEqualTo(Duration.ofSeconds(10));
        assertThat(state.rebuiltFrom()).isEqualTo(300);
        assertThat(state.denial().spacing()).isEqualTo(Duration.ofSeconds(10));
        assertThat(state.denial().widestGap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(state.denial().leastLooks()).isEqualTo(3);
        assertThat(settings.largestRevisionJump()).isEqualTo(100_000);
        assertThat(settings.keysRemembered()).isEqualTo(64);
        assertThat(roster.askAgainAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(roster.asksPerSecond()).isEqualTo(20);
        assertThat(roster.asksRemembered()).isEqualTo(10_000);
    }

    @Test
    void everyKeyOfWhatGuardsCanBeSet() {
        StateConfig state = read(
                StateConfig.class,
                Map.of(
                        "breakwater.state.page-bytes", "1K",
                        "breakwater.state.evaluations-remembered", "2",
                        "breakwater.state.damping", "PT3S",
                        "breakwater.state.rebuilt-from", "4",
                        "breakwater.state.denial.spacing", "PT5S",
                        "breakwater.state.denial.widest-gap", "PT6S",
                        "breakwater.state.denial.least-looks", "7"));
        SettingsConfig settings = read(
                SettingsConfig.class,
                Map.of(
                        "breakwater.settings.largest-revision-jump", "8",
                        "breakwater.settings.keys-remembered", "9"));
        RosterConfig roster = read(
                RosterConfig.class,
                Map.of(
                        "breakwater.roster.ask-again-after", "PT10S",
                        "breakwater.roster.asks-per-second", "11",
                        "breakwater.roster.asks-remembered", "12"));

        assertThat(state.pageBytes().asLongValue()).isEqualTo(1024);
        assertThat(state.evaluationsRemembered()).isEqualTo(2);
        assertThat(state.damping()).isEqualTo(Duration.ofSeconds(3));
        assertThat(state.rebuiltFrom()).isEqualTo(4);
        assertThat(state.denial().spacing()).isEqualTo(Duration.ofSeconds(5));
        assertThat(state.denial().widestGap()).isEqualTo(Duration.ofSeconds(6));
        assertThat(state.denial().leastLooks()).isEqualTo(7);
        assertThat(settings.largestRevisionJump()).isEqualTo(8);
        assertThat(settings.keysRemembered()).isEqualTo(9);
        assertThat(roster.askAgainAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(roster.asksPerSecond()).isEqualTo(11);
        assertThat(roster.asksRemembered()).isEqualTo(12);
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
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(mapping);
    }
}
