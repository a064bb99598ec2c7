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
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL and Kafka die under changes of the configuration. */
@ExtendWith(SuiteExtension.class)
class AcknowledgedWritesST {
    private static final int WRITES_BETWEEN = 20;
    private static final int KILLS = 3;

    private final RunningSuite suite;

    AcknowledgedWritesST(RunningSuite suite) {
        this.suite = suite;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {LocalSuite.POSTGRES, LocalSuite.KAFKA})
    @DisplayName("every acknowledged write is there afterwards, and its event too (I5, I7)")
    void restartedUnderChanges(String name) throws InterruptedException {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("AcknowledgedWritesST " + name + " seed " + seed);
        Random random = new Random(seed);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> write(name, acknowledged, done), "writer");
        writer.start();

        for (int kill = 0; kill < KILLS; kill++) {
            int wanted = acknowledged.size() + WRITES_BETWEEN;
            await("writes go on").atMost(RunningSuite.PATIENCE).until(() -> acknowledged.size() >= wanted);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(100)));
            suite.processes().kill(name);
            suite.processes().start(name);
        }
        int wanted = acknowledged.size() + WRITES_BETWEEN;
        await("writes go on").atMost(RunningSuite.PATIENCE).until(() -> acknowledged.size() >= wanted);
        done.set(true);
        writer.join();

        assertThat(stored()).as("acknowledged writes, seed " + seed).containsAll(acknowledged);
        try (KafkaEvents bus = KafkaEvents.onBroker(suite.processes().kafkaBootstrapServers(), Topics.CONFIG_CHANGED)) {
            await("an event for each acknowledged write, seed " + seed)
                    .pollInSameThread()
                    .atMost(RunningSuite.PATIENCE)
                    .untilAsserted(() -> assertThat(announced(bus)).containsAll(acknowledged));
        }
    }

    /** Writes one object after the other; what is not acknowledged may be there or not. */
    private void write(String prefix, Set<String> acknowledged, AtomicBoolean done) {
        for (int number = 0; !done.get(); number++) {
            try {
                Answer answer = suite.processes()
                        .asTenant(LocalSuite.CONFIG_SERVICE)
                        .post(path("segmentGroup"), Map.of("name", prefix + "-" + number + "-" + System.nanoTime()));
                if (answer.status() == 201) {
                    acknowledged.add(answer.text("id"));
                }
            } catch (UnreachableException e) {
                // Not acknowledged: it does not count.
                Thread.onSpinWait();
            }
        }
    }

    private Set<String> stored() {
        Set<String> ids = new HashSet<>();
        for (int page = 1; ; page++) {
            Answer answer = suite.processes()
                    .asTenant(LocalSuite.CONFIG_SERVICE)
                    .get(path("segmentGroup") + "?pagesize=500&page=" + page);
            assertThat(answer.status()).isEqualTo(200);
            answer.body().path("list").forEach(group -> ids.add(group.path("id").asText()));
            if (page >= Integer.parseInt(answer.text("totalPages"))) {
                return ids;
            }
        }
    }

    private Set<String> announced(KafkaEvents bus) {
        return bus.seen(ConfigChanged.class, suite.processes().tenant().customerId()).stream()
                .map(event -> event.data().objectId())
                .collect(Collectors.toSet());
    }

    private String path(String collection) {
        return "/mgmtconfig/v1/admin/customers/" + suite.processes().tenant().customerId() + "/" + collection;
    }
}
