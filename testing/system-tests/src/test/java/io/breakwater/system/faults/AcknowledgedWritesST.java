package io.breakwater.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.contracts.event.ConfigChanged;
import io.breakwater.contracts.event.Topics;
import io.breakwater.local.LocalSuite;
import io.breakwater.local.http.Answer;
import io.breakwater.local.http.UnreachableException;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PostgreSQL and Kafka die under changes of the configuration. {@code -Dfaults.seed} repeats a run.
 *
 * <p>The one writer is as fast as it can be when a server is killed, but no more than {@value #WRITES_A_ROUND} writes are acknowledged
 * for each kill: config-service needs no Kafka to acknowledge one, so the time of an outage would else decide how much there is to send
 * afterwards.
 */
@ExtendWith(SuiteExtension.class)
class AcknowledgedWritesST {
    private static final int WRITES_BETWEEN = 20;
    private static final int WRITES_A_ROUND = 400;
    private static final int KILLS = 3;

    /** Generous: it only ends a hang. Some {@code KILLS × WRITES_A_ROUND} events need seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunningSuite suite;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final Semaphore writes = new Semaphore(0);
    private final AtomicBoolean done = new AtomicBoolean();

    AcknowledgedWritesST(RunningSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {LocalSuite.POSTGRES, LocalSuite.KAFKA})
    @DisplayName("every acknowledged write is there afterwards, and its event too, in the order of the writes (I5, I7)")
    void restartedUnderChanges(String name) throws InterruptedException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("AcknowledgedWritesST " + name + " seed " + seed);
        Random random = new Random(seed);
        Thread writer = new Thread(() -> write(name), "writer");
        writer.setDaemon(true);
        writer.start();

        for (int kill = 0; kill < KILLS; kill++) {
            awaitWrites();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(100)));
            suite.processes().kill(name);
            suite.processes().start(name);
        }
        awaitWrites();
        done.set(true);
        writes.release();
        writer.join();

        assertThat(stored()).as("acknowledged writes, seed " + seed).containsAll(acknowledged);
        assertAnnounced(seed);
    }

    /** Lets the writer write and waits until it has gone on a while. */
    private void awaitWrites() {
        int wanted = acknowledged.size() + WRITES_BETWEEN;
        writes.release(WRITES_A_ROUND);
        await("writes go on").atMost(PATIENCE).until(() -> acknowledged.size() >= wanted);
    }

    /** Writes one object after the other; what is not acknowledged may be there or not. */
    private void write(String prefix) {
        writes.acquireUninterruptibly();
        for (int number = 0; !done.get(); number++) {
            try {
                Answer answer = suite.processes()
                        .asTenant(LocalSuite.CONFIG_SERVICE)
                        .post(
                                path("server"),
                                Map.of(
                                        "name",
                                        prefix + "-" + number + "-" + System.nanoTime(),
                                        "address",
                                        "192.0.2.1"));
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                    writes.acquireUninterruptibly();
                }
            } catch (UnreachableException e) {
                // Not acknowledged: it does not count.
                Thread.onSpinWait();
            }
        }
    }

    private void assertAnnounced(long seed) {
        try (KafkaEvents bus = KafkaEvents.onBroker(suite.processes().kafkaBootstrapServers(), Topics.CONFIG_CHANGED)) {
            await("an event for each acknowledged write, seed " + seed)
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(missing(bus)).isEmpty());

            List<String> inOrder = announced(bus).filter(acknowledged::contains).toList();
            assertThat(inOrder)
                    .as("events in the order of the writes, seed " + seed)
                    .isEqualTo(acknowledged);
        }
    }

    private Set<String> missing(KafkaEvents bus) {
        Set<String> missing = new TreeSet<>(acknowledged);
        missing.removeAll(announced(bus).collect(Collectors.toSet()));
        return missing;
    }

    private Set<String> stored() {
        Set<String> ids = new HashSet<>();
        for (int page = 1; ; page++) {
            Answer answer = suite.processes()
                    .asTenant(LocalSuite.CONFIG_SERVICE)
                    .get(path("server") + "?pagesize=500&page=" + page);
            assertThat(answer.status()).isEqualTo(200);
            answer.body().path("list").forEach(group -> ids.add(group.path("id").asText()));
            if (page >= Integer.parseInt(answer.text("totalPages"))) {
                return ids;
            }
        }
    }

    /** Whose events have come, in their order; one that came twice counts where it came first. */
    private Stream<String> announced(KafkaEvents bus) {
        return bus.seen(ConfigChanged.class, suite.processes().tenant().customerId()).stream()
                .map(event -> event.data().objectId())
                .distinct();
    }

    private String path(String collection) {
        return "/mgmtconfig/v1/admin/customers/" + suite.processes().tenant().customerId() + "/" + collection;
    }
}
