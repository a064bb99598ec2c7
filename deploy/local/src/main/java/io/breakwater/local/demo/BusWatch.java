package io.breakwater.local.demo;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.Topics;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes when the first observation of each activation was on the bus. Reads on a thread of its own. */
final class BusWatch implements AutoCloseable {
    private final Map<String, Instant> published = new ConcurrentHashMap<>();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;

    BusWatch(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.DR_OBSERVED).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // the seek is lazy
        thread = new Thread(this::read, "bus-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** When a consumer had the first observation of that activation. */
    Optional<Instant> published(String identity) {
        return Optional.ofNullable(published.get(identity));
    }

    /** When the watcher had read the record. */
    Optional<Instant> seen(String identity) {
        return Optional.ofNullable(seen.get(identity));
    }

    private void read() {
        try {
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    note(record, Instant.now());
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        }
    }

    private void note(ConsumerRecord<String, byte[]> record, Instant arrived) {
        try {
            DrObserved observed = EventCodec.mapper().readValue(record.value(), DrObserved.class);
            if (observed.verdict().identity() != null) {
                published.putIfAbsent(observed.verdict().identity(), arrived);
                seen.putIfAbsent(observed.verdict().identity(), observed.seenAt());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the bus holds an observation that cannot be read", e);
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
