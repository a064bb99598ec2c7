package io.breakwater.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenVerificationConfigTest {
    @Test
    void defaultsAreAsDocumented() {
        TokenVerificationConfig config = read(Map.of());

        assertThat(config.lookInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.rememberedFor()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.mostRemembered()).isEqualTo(2_000);
    }

    @Test
    void everyKeyCanBeSet() {
        TokenVerificationConfig config = read(Map.of(
                "breakwater.token-verification.look-interval", "PT1S",
                "breakwater.token-verification.remembered-for", "PT2S",
                "breakwater.token-verification.most-remembered", "3"));

        assertThat(config.lookInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.rememberedFor()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.mostRemembered()).isEqualTo(3);
    }

    private static TokenVerificationConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(TokenVerificationConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(TokenVerificationConfig.class);
    }
}
