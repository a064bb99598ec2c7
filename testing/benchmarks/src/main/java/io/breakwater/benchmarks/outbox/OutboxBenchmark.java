package io.breakwater.benchmarks.outbox;

import io.breakwater.benchmarks.bus.Arrivals;
import io.breakwater.benchmarks.bus.Arrivals.Arrival;
import io.breakwater.benchmarks.report.Report;
import io.breakwater.benchmarks.report.Samples;
import io.breakwater.contracts.event.EventType;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.signature.Claim;
import io.breakwater.contracts.signature.EventRefusedException;
import io.breakwater.contracts.signature.ReceivedEvent;
import io.breakwater.contracts.signature.VerificationKey;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.Progress;
import io.breakwater.local.SuiteOptions;
import io.breakwater.local.settings.PostgresLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
 * Commits events into config-service's outbox and measures from the commit to the arrival at a consumer. In between, event by event, two
 * others go to the same consumer on the same broker: the same payload from a bare producer, the peer, and one through the outbox on a
 * topic of nobody, which the relay does not sign: the floor. The signed topic has the suite's own consumers besides, the floor has none. What is signed counts as arrived when the consumer has verified it.
 */
public final class OutboxBenchmark {
    /** Nobody may speak there, so the relay signs nothing. */
    private static final String UNSIGNED = "breakwater.bench";

    private static final String SIGNED = Topics.CONFIG_CHANGED;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WARM_UP = 200;
    private static final byte[] PAYLOAD =
            "{\"customerId\":\"1\",\"revision\":1,\"objectType\":\"bench\",\"objectId\":\"1\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private static final String HEADERS = "{\"ce_id\":\"%s\",\"ce_type\":\"" + EventType.CONFIG_CHANGED.wireName()
            + "\",\"ce_source\":\"/config-service\",\"ce_time\":\"%s\"}";

    private final int events;
    private final Samples raw = new Samples();
    private final Samples committed = new Samples();
    private final Samples floor = new Samples();
    private final Samples commit = new Samples();
    private final Samples verification = new Samples();

    public OutboxBenchmark(int events) {
        this.events = events;
    }

    /** Runs in that directory, which must be empty. */
    public Report run(Path directory) throws IOException, InterruptedException, SQLException, ExecutionException {
        try (LocalSuite suite =
                LocalSuite.of(SuiteOptions.in(directory).onFreePorts().withAgents())) {
            suite.start(Progress.SILENT);
            String kafka = suite.kafkaBootstrapServers();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
                admin.createTopics(List.of(new NewTopic(UNSIGNED, Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            VerificationKey key = VerificationKey.ofPem(
                    Files.readString(suite.eventTrustDirectory().resolve("config-service.pem")));
            measure(suite, kafka, key);
        }
        return new Report("outbox")
                .latency("bare producer -> consumer (peer)", raw)
                .latency("outbox commit -> consumer, not signed (floor)", floor)
                .latency("outbox commit -> consumer, signed and verified", committed)
                .latency("verifying alone", verification)
                .latency("outbox append and commit", commit)
                .figure("signed and verified, times the floor at p50", committed.millis(50) / floor.millis(50), "x")
                .figure("signed and verified, times the floor at p99", committed.millis(99) / floor.millis(99), "x")
                .figure("outbox commit -> consumer, times the peer at p50", committed.millis(50) / raw.millis(50), "x")
                .figure("outbox commit -> consumer, times the peer at p99", committed.millis(99) / raw.millis(99), "x");
    }

    private void measure(LocalSuite suite, String kafka, VerificationKey key)
            throws InterruptedException, SQLException {
        PostgresLocation postgres = suite.postgres();
        Random random = new Random(events);
        Map<String, Object> producing = Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0);
        try (Arrivals arrivals = new Arrivals(kafka, UNSIGNED, SIGNED);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer());
                Connection database = DriverManager.getConnection(
                        postgres.jdbcUrl(PostgresLocation.CONFIG), postgres.user(), postgres.password());
                PreparedStatement append = database.prepareStatement("select outbox_append(?, ?, ?, ?, ?)")) {
            for (int event = -WARM_UP; event < events; event++) {
                ping(producer, arrivals, event >= 0);
                pause(random);
                append(append, arrivals, Optional.empty(), event >= 0);
                pause(random);
                append(append, arrivals, Optional.of(key), event >= 0);
                pause(random);
            }
        }
    }

    private void ping(KafkaProducer<String, byte[]> producer, Arrivals arrivals, boolean counts)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();
        long before = System.nanoTime();
        producer.send(new ProducerRecord<>(UNSIGNED, key, PAYLOAD));
        long arrived = await(arrivals, key).nanos();
        if (counts) {
            raw.add(arrived - before);
        }
    }

    /** @param verifier of the topic whose events are signed */
    private void append(PreparedStatement append, Arrivals arrivals, Optional<VerificationKey> verifier, boolean counts)
            throws SQLException, InterruptedException {
        String key = UUID.randomUUID().toString();
        append.setString(1, key);
        append.setString(2, verifier.isPresent() ? SIGNED : UNSIGNED);
        append.setString(3, key);
        append.setString(4, HEADERS.formatted(key, Instant.now()));
        append.setBytes(5, PAYLOAD);
        long before = System.nanoTime();
        append.execute(); // auto-commit
        long done = System.nanoTime();
        Arrival arrival = await(arrivals, key);
        long verifying = verifier.isPresent() ? verify(arrival, verifier.get()) : 0;
        if (counts && verifier.isPresent()) {
            verification.add(verifying);
            commit.add(done - before);
            committed.add(arrival.nanos() + verifying - done);
        } else if (counts) {
            floor.add(arrival.nanos() - done);
        }
    }

    /** How long that took. */
    private static long verify(Arrival arrival, VerificationKey key) {
        long before = System.nanoTime();
        Map<String, byte[]> headers = new HashMap<>();
        arrival.record().headers().forEach(header -> headers.put(header.key(), header.value()));
        try {
            Claim.of(new ReceivedEvent(
                            arrival.record().topic(),
                            arrival.record().key(),
                            headers,
                            arrival.record().value()))
                    .verify(key);
        } catch (EventRefusedException e) {
            throw new IllegalStateException("the relay's signature does not verify", e);
        }
        return System.nanoTime() - before;
    }

    private static Arrival await(Arrivals arrivals, String key) throws InterruptedException {
        while (true) {
            Arrival arrival = arrivals.next(PATIENCE);
            if (arrival == null) {
                throw new IllegalStateException("an event did not arrive within " + PATIENCE);
            }
            if (key.equals(arrival.record().key())) {
                return arrival;
            }
        }
    }

    /** So that nothing falls into step with anything. */
    private static void pause(Random random) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(2000 + random.nextInt(8000)));
    }
}
