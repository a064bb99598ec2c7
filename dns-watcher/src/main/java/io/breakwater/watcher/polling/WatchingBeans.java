package io.breakwater.watcher.polling;

import io.breakwater.activation.MemoizingEvaluator;
import io.breakwater.dns.DnsLookupSettings;
import io.breakwater.dns.DnsLookups;
import io.breakwater.platform.events.EventPublisher;
import io.breakwater.platform.events.EventsConfig;
import io.breakwater.watcher.WatcherConfig;
import io.breakwater.watcher.judging.Judge;
import io.breakwater.watcher.looking.Looker;
import io.breakwater.watcher.looking.LookerFactory;
import io.breakwater.watcher.publishing.ObservationPublisher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.arc.DefaultBean;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts the watcher together. Threads: {@code watcher-…} (2) start looks, judge answers and retry publications; none of that blocks.
 * {@code dns-…} belong to the look-ups. Event loops do HTTP, NOTIFY and Kafka's callbacks.
 */
@Singleton
class WatchingBeans {
    /** The watcher's own threads, beside the container's pool. */
    private static final String TIMER = "watcher";

    private static final int THREADS = 2;

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    @Identifier(TIMER)
    ScheduledExecutorService timer() {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "watcher-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(THREADS, daemons);
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    void stop(@Disposes @Identifier(TIMER) ScheduledExecutorService timer) {
        timer.shutdownNow();
    }

    @Produces
    @Singleton
    DnsLookups lookups(WatcherConfig config) {
        WatcherConfig.Lookups limits = config.lookups();
        return DnsLookups.create(new DnsLookupSettings(
                limits.timeout(),
                limits.hedgeAfter(),
                limits.maxInFlight(),
                limits.maxQueriesPerSecond(),
                limits.timeout(),
                limits.maxRecords(),
                limits.maxIgnored()));
    }

    void close(@Disposes DnsLookups lookups) {
        lookups.close();
    }

    @Produces
    @Singleton
    ObservationPublisher publisher(
            EventPublisher events,
            EventsConfig config,
            WatcherConfig watcher,
            @Identifier(TIMER) ScheduledExecutorService timer,
            Clock clock,
            MeterRegistry meters) {
        ObservationPublisher.Limits limits = new ObservationPublisher.Limits(
                watcher.publishing().maxEventBytes().asLongValue(),
                watcher.publishing().maxWaitingBytes().asLongValue());
        return new ObservationPublisher(config.source(), events::publish, timer, clock, limits, meters);
    }

    @Produces
    @Singleton
    WatchTools.Timing timing(WatcherConfig config, @Identifier(TIMER) ScheduledExecutorService timer, Clock clock) {
        WatcherConfig.Polling polling = config.polling();
        PollSchedule schedule = new PollSchedule(
                polling.minInterval(),
                polling.maxInterval(),
                polling.jitter(),
                () -> ThreadLocalRandom.current().nextDouble());
        return new WatchTools.Timing(
                timer,
                clock,
                schedule,
                config.confirmAfter(),
                polling.heartbeat(),
                new WatchTools.AfterNotify(polling.looksAfterNotify(), polling.notifyMinGap()));
    }

    @Produces
    @Singleton
    Looker looker(
            DnsLookups lookups, WatcherConfig config, @Identifier(TIMER) ScheduledExecutorService timer, Clock clock) {
        return LookerFactory.create(lookups, config, timer, clock);
    }

    @Produces
    @Singleton
    MemoizingEvaluator evaluator(WatcherConfig config) {
        return new MemoizingEvaluator(config.evaluationsRemembered());
    }

    @Produces
    @Singleton
    Judge judge(MemoizingEvaluator evaluator, Clock clock) {
        return new Judge(evaluator, clock);
    }

    @Produces
    @Singleton
    MeterFilter boundedAnswers() {
        return WatchMeters.boundedAnswers();
    }

    @Produces
    @Singleton
    MeterFilter boundedUnavailable() {
        return WatchMeters.boundedUnavailable();
    }

    @Produces
    @Singleton
    WatchTools tools(
            Looker looker,
            Judge judge,
            ObservationPublisher publisher,
            MeterRegistry meters,
            WatchTools.Timing timing,
            WatcherConfig config) {
        SeenBudget seen = new SeenBudget(config.table().maxSeenBytes().asLongValue());
        return new WatchTools(looker, judge, publisher, new WatchMeters(meters), timing, seen);
    }

    @Produces
    @Singleton
    Watches watches(
            WatchTools tools, MemoizingEvaluator evaluator, WatcherConfig config, Clock clock, MeterRegistry meters) {
        WatcherConfig.Table limits = config.table();
        AppliedBook applied = new AppliedBook(
                evaluator, clock, limits.maxDomains(), limits.maxAppliedBytes().asLongValue());
        Watches watches = new Watches(tools, applied, limits.maxDomains());
        Gauge.builder("breakwater.watcher.domains", watches, Watches::size)
                .description("Domains that this replica watches")
                .register(meters);
        return watches;
    }
}
