package io.breakwater.platform.events;

import io.breakwater.contracts.event.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/** Puts aside what can never be processed, as it came, with the reason in a header. Safe for threads. */
@Singleton
class DeadLetters {
    static final String REASON = "breakwater_reason";

    /** How many octets the value had that is not in the letter. */
    static final String OMITTED = "breakwater_omitted";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int MAX_REASON = 500;

    private final RecordPublisher records;
    private final EventMeters meters;
    private final BackOff backOff;
    private final Vertx vertx;

    DeadLetters(RecordPublisher records, EventMeters meters, EventsConfig config, Vertx vertx) {
        this.records = records;
        this.meters = meters;
        this.backOff =
                new BackOff(config.retry().initialBackOff(), config.retry().maxBackOff());
        this.vertx = vertx;
    }

    /**
     * Completes when the broker has the dead letter; until then the event counts as not processed. What is as large as a record may be is
     * put aside without its value and headers: else it would hold up its channel for ever.
     */
    Uni<Void> put(String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        LOG.warnf("%s puts aside %s-%d@%d: %s", consumer, poison.topic(), poison.partition(), poison.offset(), reason);
        meters.deadLettered(consumer);
        OutgoingRecord letter = letter(consumer, poison, reason);
        return Retry.of(vertx, () -> publish(letter, consumer, poison, reason), Retry.Decision.always(backOff::after));
    }

    private Uni<Void> publish(
            OutgoingRecord letter, String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        return records.publish(letter)
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> records.publish(withoutContent(consumer, poison, reason)));
    }

    private static OutgoingRecord withoutContent(
            String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        describe(headers, consumer, poison, reason);
        headers.put(OMITTED, Integer.toString(poison.serializedValueSize()));
        String key = poison.key() == null || poison.key().length() > MAX_REASON ? null : poison.key();
        return new OutgoingRecord(Topics.DEAD_LETTER, key, headers, new byte[0]);
    }

    private static OutgoingRecord letter(String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : poison.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        describe(headers, consumer, poison, reason);
        return new OutgoingRecord(Topics.DEAD_LETTER, poison.key(), headers, poison.value());
    }

    private static void describe(
            Map<String, String> headers, String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        headers.put(REASON, reason.substring(0, Math.min(reason.length(), MAX_REASON)));
        headers.put("breakwater_consumer", consumer);
        headers.put("breakwater_topic", poison.topic());
        headers.put("breakwater_partition", Integer.toString(poison.partition()));
        headers.put("breakwater_offset", Long.toString(poison.offset()));
    }
}
