package io.breakwater.watcher.polling;

import io.breakwater.watcher.judging.Findings;
import io.breakwater.watcher.judging.Judge;
import io.breakwater.watcher.looking.Looker;
import io.breakwater.watcher.publishing.ObservationPublisher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;

/** What all watches work with. */
record WatchTools(
        Looker looker,
        Judge judge,
        ObservationPublisher publisher,
        WatchMeters meters,
        Timing timing,
        SeenBudget seen) {

    /**
     * When things happen.
     *
     * @param timer starts looks; they never block it
     * @param confirmAfter how long after its first answer a majority is asked again, for a tenant without a key
     * @param heartbeat an observation is published again when nothing was for so long
     */
    record Timing(
            ScheduledExecutorService timer,
            Clock clock,
            PollSchedule schedule,
            Duration confirmAfter,
            Duration heartbeat,
            AfterNotify afterNotify) {}

    /**
     * Looks after a NOTIFY.
     *
     * @param looksAgain how long after it to look again while nothing new is seen
     * @param minGap least time between two first looks
     */
    record AfterNotify(List<Duration> looksAgain, Duration minGap) {}

    Findings newFindings() {
        return new Findings(timing.confirmAfter(), timing.heartbeat());
    }
}
