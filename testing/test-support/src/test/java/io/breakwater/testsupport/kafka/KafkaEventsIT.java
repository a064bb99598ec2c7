package io.breakwater.testsupport.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KafkaEventsIT {
    @Test
    void findsAmongGarbageTheEventsThatWereSent() {
        String customer = UUID.randomUUID().toString();
        try (KafkaEvents events = KafkaEvents.fromNow(Topics.CONFIG_CHANGED)) {
            Instant now = Instant.parse("2026-11-21T08:00:00Z");
            EventEnvelope<ConfigChanged> sent = EventEnvelope.of(
                    "/config-service", customer, now, new ConfigChanged(customer, 1, "server", "7", "CREATED", now));

            events.sendRaw(Topics.CONFIG_CHANGED, customer, Map.of(), "{".getBytes(StandardCharsets.UTF_8));
            events.send(sent);

            assertThat(events.await(ConfigChanged.class, event -> event.key().equals(customer)))
                    .isEqualTo(sent);
            assertThat(events.seen(ConfigChanged.class, customer)).containsExactly(sent);
        }
    }
}
