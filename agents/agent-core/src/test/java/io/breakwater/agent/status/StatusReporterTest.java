package io.breakwater.agent.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.breakwater.agent.fixture.TestClock;
import io.breakwater.contracts.event.AgentKind;
import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StatusReporterTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StatusReporter reporter = new StatusReporter(new AgentMetrics(registry), TestClock.at(7), 3);

    @Test
    void saysNothingBeforeTheAgentHasAnIdentity() {
        reporter.changed();

        assertThat(reporter.next()).isEmpty();
    }

    @Test
    void numbersStatusesAndGivesTheOldestFirst() {
        AtomicInteger woken = new AtomicInteger();
        reporter.describedBy(StatusReporterTest::status);
        reporter.wake(woken::incrementAndGet);

        reporter.changed();
        reporter.changed();

        EventEnvelope<AgentStatus> first = reporter.next().orElseThrow();
        assertThat(first.key()).isEqualTo("agent-1");
        assertThat(first.data().sequence()).isEqualTo(1);
        reporter.sent(first);
        assertThat(reporter.next().orElseThrow().data().sequence()).isEqualTo(2);
        assertThat(woken).hasValue(2);
    }

    @Test
    void keepsTheNewestWhileTheBusIsAwayAndCountsWhatItDrops() {
        reporter.describedBy(StatusReporterTest::status);

        for (int i = 0; i < 10; i++) {
            reporter.changed();
        }

        assertThat(reporter.next().orElseThrow().data().sequence()).isEqualTo(8);
        assertThat(registry.counter("breakwater.agent.statuses.dropped").count())
                .isEqualTo(7);
    }

    private static Optional<AgentStatus> status(long sequence) {
        Instant now = Instant.EPOCH;
        return Optional.of(new AgentStatus(
                "agent-1",
                "c",
                "g",
                AgentKind.SERVICE_EDGE,
                "n",
                "b",
                now,
                sequence,
                true,
                "NORMAL",
                "NORMAL",
                null,
                now,
                null,
                null,
                "1",
                now,
                null,
                0,
                null,
                null,
                null,
                now,
                null));
    }
}
