package io.breakwater.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxConfigTest {
    @Test
    void defaultsAreAsDocumented() {
        OutboxConfig config = read(Map.of());

        assertThat(config.relay()).isTrue();
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.batchSize()).isEqualTo(200);
        assertThat(config.batchOctets()).isEqualTo(4L << 20);
        assertThat(config.initialBackOff()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.maxBackOff()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.retention()).isEqualTo(Duration.ofHours(24));
        assertThat(config.inboxRetention()).isEqualTo(Duration.ofDays(8));
        assertThat(config.cleanupInterval()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void everyKeyCanBeSet() {
        OutboxConfig config = read(Map.of(
                "breakwater.outbox.relay", "false",
                "breakwater.outbox.poll-interval", "PT2S",
                "breakwater.outbox.batch-size", "3",
                "breakwater.outbox.batch-octets", "4",
                "breakwater.outbox.initial-back-off", "PT4S",
                "breakwater.outbox.max-back-off", "PT5S",
                "breakwater.outbox.retention", "PT6S",
                "breakwater.outbox.inbox-retention", "PT7S",
                "breakwater.outbox.cleanup-interval", "PT8S"));

        assertThat(config.relay()).isFalse();
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.batchSize()).isEqualTo(3);
        assertThat(config.batchOctets()).isEqualTo(4);
        assertThat(config.initialBackOff()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.maxBackOff()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.retention()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.inboxRetention()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.cleanupInterval()).isEqualTo(Duration.ofSeconds(8));
    }

    private static OutboxConfig read(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(OutboxConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build()
                .getConfigMapping(OutboxConfig.class);
    }
}
