package io.breakwater.benchmarks.outbox;

import io.breakwater.benchmarks.bus.Arrivals;
import io.breakwater.benchmarks.bus.Arrivals.Arrival;
import io.breakwater.benchmarks.report.Report;
import io.breakwater.benchmarks.report.Samples;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.settings.PostgresLocation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Commits events into config-service's outbox and measures from the commit to the arrival at a consumer. In between, record by record, the
 * same payload goes from a bare producer to the same consumer on the same broker: the peer.
 */
public final class OutboxBenchmark {
    private static final String TOPIC = "breakwater.bench";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 200;
    private static final byte[] PAYLOAD =
            "{\"customerId\":\"1\",\"revision\":1,\"objectType\":\"bench\",\"objectId\":\"1\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final int events;
    private final Samples raw = new Samples();
    private final Samples committed = new Samples();
    private final Samples commit = new Samples();

    public OutboxBenchmark(int events) {
        this.events = events;
    }

    /** Runs in that directory, which must be empty. */
    public Report run(Path directory) throws InterruptedException, SQLException, ExecutionException {
        try (LocalSuite suite =
                LocalSuite.of(SuiteOptions.in(directory).onFreePorts().withAgents())) {
            suite.start(Progress.SILENT);
            String kafka = suite.kafkaBootstrapServers();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            measure(suite, kafka);
        }
        return new Report("outbox")
                .latency("bare producer -> consumer (peer)", raw)
                .latency("outbox commit -> consumer", committed)
                .latency("outbox append and commit", commit)
                .figure("outbox commit -> consumer, times the peer at p50", committed.millis(50) / raw.millis(50), "x")
                .figure("outbox commit -> consumer, times the peer at p99", committed.millis(99) / raw.millis(99), "x");
    }

    private void measure(LocalSuite suite, String kafka) throws InterruptedException, SQLException {
        PostgresLocation postgres = suite.postgres();
        Random random = new Random(events);
        Map<String, Object> producing = Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0);
        try (Arrivals arrivals = new Arrivals(kafka, TOPIC);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer());
                Connection database = DriverManager.getConnection(
                        postgres.jdbcUrl(PostgresLocation.CONFIG), postgres.user(), postgres.password());
                PreparedStatement append = database.prepareStatement("select outbox_append(?, ?, ?, ?, ?)")) {
            for (int event = -WARM_UP; event < events; event++) {
                ping(producer, arrivals, event >= 0);
                pause(random);
                append(append, arrivals, event >= 0);
                pause(random);
            }
        }
    }

    private void ping(KafkaProducer<String, byte[]> producer, Arrivals arrivals, boolean counts)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();
        long before = System.nanoTime();
        producer.send(new ProducerRecord<>(TOPIC, key, PAYLOAD));
        long arrived = await(arrivals, key);
        if (counts) {
            raw.add(arrived - before);
        }
    }

    private void append(PreparedStatement append, Arrivals arrivals, boolean counts)
            throws SQLException, InterruptedException {
        String key = UUID.randomUUID().toString();
        append.setString(1, key);
        append.setString(2, TOPIC);
        append.setString(3, key);
        append.setString(4, "{}");
        append.setBytes(5, PAYLOAD);
        long before = System.nanoTime();
        append.execute(); // auto-commit
        long done = System.nanoTime();
        long arrived = await(arrivals, key);
        if (counts) {
            commit.add(done - before);
            committed.add(arrived - done);
        }
    }

    private static long await(Arrivals arrivals, String key) throws InterruptedException {
        while (true) {
            Arrival arrival = arrivals.next(PATIENCE);
            if (arrival == null) {
                throw new IllegalStateException("an event did not arrive within " + PATIENCE);
            }
            if (key.equals(arrival.record().key())) {
                return arrival.nanos();
            }
        }
    }

    /** So that nothing falls into step with anything. */
    private static void pause(Random random) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(2000 + random.nextInt(8000)));
    }
}
