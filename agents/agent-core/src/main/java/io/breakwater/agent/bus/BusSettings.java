package io.breakwater.agent.bus;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How the bus is reached.
 *
 * @param bootstrapServers of Kafka, {@code host:port} separated by commas
 * @param properties further client properties, for example for TLS; those that this class sets win
 * @param timeout of one request
 * @param maxEventSize octets of one event
 */
public record BusSettings(String bootstrapServers, Map<String, String> properties, Duration timeout, int maxEventSize) {

    Map<String, Object> consumer() {
        Map<String, Object> all = common();
        all.put("enable.auto.commit", false);
        all.put("auto.offset.reset", "earliest");
        all.put("allow.auto.create.topics", false);
        all.put("fetch.max.bytes", 1 << 20);
        all.put("max.partition.fetch.bytes", 256 << 10);
        all.put("max.poll.records", 10);
        all.put("receive.buffer.bytes", 64 << 10);
        all.put("default.api.timeout.ms", millis());
        return all;
    }

    Map<String, Object> producer() {
        Map<String, Object> all = common();
        all.put("acks", "all");
        all.put("enable.idempotence", true);
        all.put("buffer.memory", 1L << 20);
        all.put("batch.size", 16 << 10);
        all.put("max.request.size", 256 << 10);
        all.put("max.block.ms", millis());
        all.put("linger.ms", 0);
        all.put("delivery.timeout.ms", 2 * millis());
        return all;
    }

    private Map<String, Object> common() {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("bootstrap.servers", bootstrapServers);
        all.put("request.timeout.ms", millis());
        all.put("reconnect.backoff.ms", 250);
        all.put("reconnect.backoff.max.ms", 5_000);
        all.put("metric.reporters", "");
        all.put("enable.metrics.push", false);
        return all;
    }

    private int millis() {
        return Math.toIntExact(timeout.toMillis());
    }
}
