package io.breakwater.watcher.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanTest {
    private final List<Long> delaysMillis = new ArrayList<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            delaysMillis.add(unit.toMillis(delay));
            return super.schedule(() -> {}, delay, unit);
        }
    };
    private final Plan plan = new Plan(
            new WatchTools.Timing(
                    timer,
                    Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC),
                    new PollSchedule(Duration.ofSeconds(10), Duration.ofSeconds(60), 0, () -> 0),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(60),
                    new WatchTools.AfterNotify(List.of(), Duration.ofMillis(10))),
            trigger -> {});

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    @DisplayName("I8: whoever asks for a look again and again gets one at once and one a second later")
    void pokesKeepADistance() {
        for (int i = 0; i < 1_000; i++) {
            plan.poked();
        }

        assertThat(delaysMillis).containsExactly(0L, 1_000L);
    }

    @Test
    void aStormOfNotifyMakesNoStormOfLooks() {
        for (int i = 0; i < 1_000; i++) {
            plan.notified("");
        }

        assertThat(delaysMillis).containsExactly(0L, 10L);
    }

    @Test
    void nothingIsPlannedOnceItIsClosed() {
        plan.close();
        plan.poked();
        plan.notified("");
        plan.soon(Trigger.SETTINGS);

        assertThat(delaysMillis).isEmpty();
    }
}
