package io.breakwater.embedded.kafka;

import io.breakwater.embedded.process.FreePorts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.utils.Time;

/**
 * The program of the Kafka process. Arguments: data directory, port, compacted topics, retained topics (both separated by commas).
 * When the topics are there and every partition has a leader it writes the file {@value #READY_FILE} into the data directory. Ends
 * on SIGTERM.
 */
public final class KafkaMain {
    static final String READY_FILE = "ready";
    private static final int PARTITIONS = 3;

    private KafkaMain() {}

    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        int port = Integer.parseInt(args[1]);
        Properties properties = properties(data, port);
        format(data, properties);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        createTopics(port, names(args[2]), names(args[3]));
        Files.createFile(data.resolve(READY_FILE));
        server.awaitShutdown();
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }

    private static Properties properties(Path data, int port) {
        int controller = FreePorts.next();
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controller,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "log.dirs",
                data.resolve("log").toString(),
                "num.partitions",
                Integer.toString(PARTITIONS),
                "auto.create.topics.enable",
                "true"));
        // One broker: nothing is replicated. Few threads and small buffers: it shares a laptop with the suite.
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "num.network.threads", "2"));
        properties.put("num.io.threads", "4");
        properties.put("log.initial.task.delay.ms", "1000");
        // After a kill the controller refuses the broker until its former self's session has ended; by default that
        // takes 9 s
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "250");
        BrokerLimits.addTo(properties);
        return properties;
    }

    private static void format(Path data, Properties properties) throws IOException {
        Path file = data.resolve("server.properties");
        // To octets, which escapes what is not Latin-1: Kafka reads the file as Latin-1, and paths may have any letter.
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "written at each start");
        }
        String[] arguments = {
            "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
        };
        if (!Files.exists(data.resolve("log").resolve("meta.properties"))
                && StorageTool.execute(arguments, System.out) != 0) {
            throw new IOException("the storage directory cannot be formatted");
        }
    }

    private static void createTopics(int port, Collection<String> compacted, Collection<String> retained)
            throws IOException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> topics = new ArrayList<>();
            compacted.forEach(name -> topics.add(topic(name)
                    .configs(Map.of(
                            TopicConfig.CLEANUP_POLICY_CONFIG,
                            TopicConfig.CLEANUP_POLICY_COMPACT,
                            TopicConfig.SEGMENT_MS_CONFIG,
                            "600000"))));
            retained.forEach(
                    name -> topics.add(topic(name).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "604800000"))));
            topics.removeIf(topic -> there.contains(topic.name()));
            admin.createTopics(topics).all().get();
            awaitLeaders(admin, compacted);
            awaitLeaders(admin, retained);
        } catch (ExecutionException e) {
            throw new IOException("the topics cannot be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the topics were made", e);
        }
    }

    /** Also those of topics that were made on first use, and of Kafka's own. */
    private static void awaitLeaders(Admin admin, Collection<String> wanted)
            throws ExecutionException, InterruptedException {
        ListTopicsOptions all = new ListTopicsOptions().listInternal(true);
        while (true) {
            Set<String> names = admin.listTopics(all).names().get();
            if (names.containsAll(wanted)
                    && haveLeaders(
                            admin.describeTopics(names).allTopicNames().get().values())) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
    }

    private static boolean haveLeaders(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(PARTITIONS), Optional.of((short) 1));
    }
}
