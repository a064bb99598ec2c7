package io.breakwater.testsupport.kafka;

import io.breakwater.contracts.event.Topics;
import io.breakwater.embedded.kafka.EmbeddedKafka;
import io.breakwater.testsupport.SharedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;

/**
 * The JVM's Kafka broker for a Quarkus test; sets {@code kafka.bootstrap.servers}. The broker and its topics are shared by all test
 * classes: a test uses customer ids of its own.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    private static final String SERVER = "breakwater.test.kafka";

    /** The address of the JVM's broker, which is started when there is none yet. */
    public static String bootstrapServers() {
        return SharedServers.known(SERVER, KafkaResource::startServer);
    }

    private static String startServer(Path directory) {
        return EmbeddedKafka.start(directory.resolve("data"), 0, Topics.COMPACTED, Topics.RETAINED)
                .bootstrapServers();
    }

    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", bootstrapServers(), "quarkus.kafka.devservices.enabled", "false");
    }

    /** The server is shared: it ends with the JVM. */
    @Override
    public void stop() {}
}
