package io.breakwater.system.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.breakwater.activation.Activation;
import io.breakwater.activation.Mode;
import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.contracts.event.Topics;
import io.breakwater.contracts.signature.EventSigner;
import io.breakwater.contracts.signature.ServiceSigner;
import io.breakwater.system.RunningSuite;
import io.breakwater.system.SuiteExtension;
import io.breakwater.testsupport.kafka.KafkaEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events come twice, late and out of order: each has its effect once (I5). */
@ExtendWith(SuiteExtension.class)
class RepeatedEventsST {
    private final RunningSuite suite;

    RepeatedEventsST(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    @DisplayName("every observation again, with old and new ids, shuffled: no transition, no restart (I2, I5)")
    void repeatedAndReordered() throws IOException {
        EventSigner watcher =
                new ServiceSigner(Files.readString(suite.processes().eventSigningKey("dns-watcher")));
        suite.awaitEverybody(suite.publish(Mode.ACTIVE));
        suite.awaitEverybody(suite.publish(Mode.TEST));
        Activation last = suite.publish(Mode.ACTIVE);
        suite.awaitEverybody(last);
        Map<String, Long> restarts = suite.restarts();
        String customerId = suite.processes().tenant().customerId();
        long seed = System.nanoTime();
        System.out.println("RepeatedEventsST seed " + seed);

        try (KafkaEvents bus =
                KafkaEvents.onBroker(suite.processes().kafkaBootstrapServers(), Topics.DR_OBSERVED, Topics.DR_STATE)) {
            List<EventEnvelope<DrObserved>> observed = await("the observations")
                    .pollInSameThread()
                    .atMost(RunningSuite.PATIENCE)
                    .until(() -> bus.seen(DrObserved.class, customerId), seen -> seen.size() >= 3);
            List<EventEnvelope<DrObserved>> again = new ArrayList<>(observed);
            observed.forEach(
                    event -> again.add(EventEnvelope.of(event.source(), event.key(), event.time(), event.data())));
            Collections.shuffle(again, new Random(seed));
            again.forEach(event -> bus.sendSignedBy(watcher, event));
        }
        // What comes after them on the bus has been seen: so have they.
        Activation marker = suite.publish(Mode.NORMAL);
        suite.awaitEverybody(marker);

        suite.restarts()
                .forEach((agent, now) -> assertThat(now)
                        .as(agent + " restarted for the last record only")
                        .isEqualTo(restarts.get(agent) + 1));
        assertThat(suite.transitions(last)).isEqualTo(1);
        assertThat(suite.transitions(marker)).isEqualTo(1);
    }
}
