package io.breakwater.outbox.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolConfigTest {
    @Test
    void defaultsAreAsDocumented() {
        PoolConfig config = read(Map.of());

        assertThat(config.queue()).isEqualTo(512);
        assertThat(config.connectionTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.statementTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everyKeyCanBeSet() {
        PoolConfig config = read(Map.of(
                "breakwater.database.queue", "1",
                "breakwater.database.connection-timeout", "PT2S",
                "breakwater.database.statement-timeout", "PT3S"));

        assertThat(config.queue()).isEqualTo(1);
        assertThat(config.connectionTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.statementTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    private static PoolConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(PoolConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(PoolConfig.class);
    }
}
