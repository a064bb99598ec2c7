package io.breakwater.platform.events;

import io.breakwater.contracts.event.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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

    /** How many octets the value had of which only the first are in the letter. */
    static final String OMITTED = "breakwater_omitted";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int MAX_REASON = 500;
    private static final int SHA256_HEX = 64;

    private final RecordPublisher records;
    private final EventMeters meters;
    private final BackOff backOff;
    private final Vertx vertx;
    private final EventLimits limits;
    private final LimitedLog log = new LimitedLog(Duration.ofSeconds(5), System::nanoTime);

    DeadLetters(RecordPublisher records, EventMeters meters, EventsConfig config, Vertx vertx) {
        this.records = records;
        this.meters = meters;
        this.backOff =
                new BackOff(config.retry().initialBackOff(), config.retry().maxBackOff());
        this.vertx = vertx;
        this.limits = new EventLimits(config.limits());
    }

    /**
     * Completes when the broker has the dead letter; until then the event counts as not processed. Of what is
     * larger than an event may be only the value's beginning and digest are kept: else it could hold up its channel for ever.
     */
    Uni<Void> put(String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        tell(consumer, poison, reason);
        meters.deadLettered(consumer);
        OutgoingRecord letter =
                limits.allow(poison) ? letter(consumer, poison, reason) : withoutContent(consumer, poison, reason);
        return Retry.of(vertx, () -> publish(letter, consumer, poison, reason), Retry.Decision.always(backOff::after));
    }

    /** Whoever floods a topic does not flood the log. */
    private void tell(String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        log.allow(consumer)
                .ifPresent(untold -> LOG.warnf(
                        "%s puts aside %s-%d@%d: %s%s",
                        consumer,
                        poison.topic(),
                        poison.partition(),
                        poison.offset(),
                        reason,
                        untold == 0 ? "" : " (and " + untold + " more before it)"));
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
        byte[] value = poison.value() == null ? new byte[0] : poison.value();
        headers.put(OMITTED, Integer.toString(poison.serializedValueSize()));
        Header digest = poison.headers().lastHeader(BoundedValue.DIGEST);
        if (digest != null && digest.value() != null && digest.value().length == SHA256_HEX) {
            headers.put(BoundedValue.DIGEST, new String(digest.value(), StandardCharsets.US_ASCII));
        }
        String key = poison.key() == null || poison.key().length() > MAX_REASON ? null : poison.key();
        return new OutgoingRecord(
                Topics.DEAD_LETTER, key, headers, Arrays.copyOf(value, Math.min(value.length, BoundedValue.PREFIX)));
    }

    private static OutgoingRecord letter(String consumer, ConsumerRecord<String, byte[]> poison, String reason) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : poison.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        describe(headers, consumer, poison, reason);
        return new OutgoingRecord(
                Topics.DEAD_LETTER, poison.key(), headers, poison.value() == null ? new byte[0] : poison.value());
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
