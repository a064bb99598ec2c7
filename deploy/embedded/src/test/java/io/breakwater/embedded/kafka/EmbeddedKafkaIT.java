package io.breakwater.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    @TempDir
    Path directory;

    @Test
    @DisplayName("I7: an acknowledged record is there after the server was killed and started again on its directory")
    void keepsAcknowledgedRecordsOverAKill() throws Exception {
        EmbeddedKafka first = start(0);
        send(first, "kept", "before");
        send(first, "made-on-first-use", "too");

        first.process().kill();
        try (EmbeddedKafka second = start(first.port())) {
            assertThat(receive(second, "kept")).containsExactly("before");
            assertThat(receive(second, "made-on-first-use")).containsExactly("too");
        }
        assertThat(first.process().isAlive()).isFalse();
    }

    @Test
    void makesItsTopicsWithTheirCleanupPolicies() throws Exception {
        try (EmbeddedKafka kafka = start(0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(cleanupPolicy(admin, "table")).isEqualTo("compact");
            assertThat(cleanupPolicy(admin, "kept")).isEqualTo("delete");
        }
    }

    @Test
    @DisplayName("Records and requests that are too large are refused, and the broker lives (I9)")
    void refusesWhatIsTooLarge() throws Exception {
        try (EmbeddedKafka kafka = start(0)) {
            assertThatThrownBy(() -> send(kafka, "kept", "x".repeat(2 << 20)))
                    .hasCauseInstanceOf(RecordTooLargeException.class);
            try (Socket socket = new Socket("127.0.0.1", kafka.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(new byte[] {0x7f, -1, -1, -1});
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }

            send(kafka, "kept", "after");
            assertThat(receive(kafka, "kept")).containsExactly("after");
        }
    }

    @Test
    @DisplayName("A batch that would expand at its consumers beyond the limit is refused, and the broker lives (I9)")
    void refusesWhatExpands() throws Exception {
        try (EmbeddedKafka kafka = start(0)) {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers",
                    kafka.bootstrapServers(),
                    "compression.type",
                    "gzip",
                    "max.request.size",
                    64 << 20,
                    "buffer.memory",
                    128 << 20,
                    "batch.size",
                    32 << 20);
            try (KafkaProducer<String, String> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>("kept", "x".repeat(30 << 20)))
                                .get(30, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(RecordTooLargeException.class);
            }

            send(kafka, "kept", "after");
            assertThat(receive(kafka, "kept")).containsExactly("after");
        }
    }

    private EmbeddedKafka start(int port) {
        return EmbeddedKafka.start(directory.resolve("kafka"), port, List.of("table"), List.of("kept"));
    }

    private static String cleanupPolicy(Admin admin, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get(10, TimeUnit.SECONDS)
                .get(resource)
                .get("cleanup.policy")
                .value();
    }

    private static void send(EmbeddedKafka kafka, String topic, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all", "max.request.size", 4 << 20);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(10, TimeUnit.SECONDS);
        }
    }

    private static List<String> receive(EmbeddedKafka kafka, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "reader", "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().pollInSameThread().until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    values.add(record.value());
                }
                return !values.isEmpty();
            });
        }
        return values;
    }
}
