package io.breakwater.testsupport.kafka;

import io.breakwater.contracts.event.EventCodec;
import io.breakwater.contracts.event.EventCodec.Decoded;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.signature.EventSigner;
import io.breakwater.testsupport.eventkeys.TestEventKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * Sends events as a service would and sees every record of some topics, from their beginning or from now. For one thread, as the
 * Kafka consumer inside.
 */
public final class KafkaEvents implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

    private KafkaEvents(String bootstrapServers, List<String> topics) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Sees all records of the topics on the JVM's broker ({@link KafkaResource}). */
    public static KafkaEvents fromBeginning(String... topics) {
        return onBroker(KafkaResource.bootstrapServers(), topics);
    }

    /** Sees all records of the topics on any broker. */
    public static KafkaEvents onBroker(String bootstrapServers, String... topics) {
        KafkaEvents events = new KafkaEvents(bootstrapServers, Arrays.asList(topics));
        events.consumer.seekToBeginning(events.consumer.assignment());
        return events;
    }

    /** Sees the records that are written after this call. */
    public static KafkaEvents fromNow(String... topics) {
        KafkaEvents events = new KafkaEvents(KafkaResource.bootstrapServers(), Arrays.asList(topics));
        events.consumer.seekToEnd(events.consumer.assignment());
        events.consumer.assignment().forEach(events.consumer::position); // the seek is lazy
        return events;
    }

    /** Sends an event to its topic, signed by its producer, and waits for the broker's acknowledgement. */
    public void send(EventEnvelope<?> event) {
        sendSignedBy(TestEventKeys.of(event.type()), event);
    }

    /** As {@link #send}, but with any signature: a stranger's, another producer's, or that of a running suite's key. */
    public void sendSignedBy(EventSigner signer, EventEnvelope<?> event) {
        sendRaw(event.type().topic(), event.key(), signed(signer, event), EventCodec.value(event));
    }

    /** As whoever can write to the bus but has no key. */
    public void sendUnsigned(EventEnvelope<?> event) {
        sendRaw(event.type().topic(), event.key(), EventCodec.headers(event), EventCodec.value(event));
    }

    /** Sends {@code forged} with the genuine signature of another event. */
    public void sendAltered(EventEnvelope<?> genuine, EventEnvelope<?> forged) {
        Map<String, String> headers = EventCodec.headers(forged);
        headers.put(
                EventSigner.HEADER,
                signed(TestEventKeys.of(genuine.type()), genuine).get(EventSigner.HEADER));
        sendRaw(forged.type().topic(), forged.key(), headers, EventCodec.value(forged));
    }

    /** Sends any headers and value to the type's topic, signed by its producer: for genuine records with bad content. */
    public void sendRawSigned(EventType type, String key, Map<String, String> headers, byte[] value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(EventSigner.HEADER, TestEventKeys.of(type).sign(type.topic(), key, headers, value));
        sendRaw(type.topic(), key, all, value);
    }

    /** Sends a record again as it came, with its signature. */
    public void sendAgain(ConsumerRecord<String, byte[]> record) {
        send(new ProducerRecord<>(record.topic(), null, null, record.key(), record.value(), record.headers()));
    }

    /** Deletes the key of a compacted topic, signed by its producer. */
    public void sendTombstone(EventType type, String key) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type.wireName(),
                "ce_source",
                "/" + type.producer().label(),
                "ce_time",
                Instant.now().toString()));
        headers.put(EventSigner.HEADER, TestEventKeys.of(type).sign(type.topic(), key, headers, null));
        sendRaw(type.topic(), key, headers, null);
    }

    private static Map<String, String> signed(EventSigner signer, EventEnvelope<?> event) {
        Map<String, String> headers = EventCodec.headers(event);
        headers.put(
                EventSigner.HEADER, signer.sign(event.type().topic(), event.key(), headers, EventCodec.value(event)));
        return headers;
    }

    /** Sends any record as it is, without a signature of its own: for events of unknown types and for garbage. */
    public void sendRaw(String topic, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(record);
    }

    private void send(ProducerRecord<String, byte[]> record) {
        RecordMetadata written = Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> producer.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), meta -> true);
        if (!written.hasOffset()) {
            throw new IllegalStateException("the broker gave no offset for a record of " + record.topic());
        }
    }

    /** Waits for an event with that payload that meets the condition, and gives the first one. */
    public <T> EventEnvelope<T> await(Class<T> payload, Predicate<EventEnvelope<T>> condition) {
        return Awaitility.await("an event with " + payload.getSimpleName())
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(() -> find(payload, condition), Optional::isPresent)
                .orElseThrow();
    }

    /** The events with that payload for a key that were seen up to now, in their order. */
    public <T> List<EventEnvelope<T>> seen(Class<T> payload, String key) {
        poll();
        return events(payload).filter(event -> event.key().equals(key)).toList();
    }

    /** Waits for a record of a topic, whatever is in it, that meets the condition. */
    public ConsumerRecord<String, byte[]> awaitRaw(String topic, Predicate<ConsumerRecord<String, byte[]>> condition) {
        return Awaitility.await("a record of " + topic)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(
                        () -> {
                            poll();
                            return seen.stream()
                                    .filter(record -> record.topic().equals(topic))
                                    .filter(condition)
                                    .findFirst();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private <T> Optional<EventEnvelope<T>> find(Class<T> payload, Predicate<EventEnvelope<T>> condition) {
        poll();
        return events(payload).filter(condition).findFirst();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(50)).forEach(seen::add);
    }

    private <T> Stream<EventEnvelope<T>> events(Class<T> payload) {
        return seen.stream().flatMap(record -> event(record, payload).stream());
    }

    private static <T> Optional<EventEnvelope<T>> event(ConsumerRecord<String, byte[]> record, Class<T> payload) {
        Map<String, byte[]> headers = StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(header -> header.key(), header -> header.value(), (first, second) -> second));
        if (EventCodec.decode(headers, record.key(), record.value()) instanceof Decoded.Event event
                && payload.isInstance(event.envelope().data())) {
            EventEnvelope<?> envelope = event.envelope();
            return Optional.of(new EventEnvelope<>(
                    envelope.id(),
                    envelope.type(),
                    envelope.source(),
                    envelope.key(),
                    envelope.time(),
                    envelope.traceparent(),
                    payload.cast(envelope.data())));
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
