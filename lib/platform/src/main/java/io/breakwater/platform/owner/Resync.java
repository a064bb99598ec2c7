package io.breakwater.platform.owner;

import io.breakwater.platform.events.BackOff;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Compares one table with its owner: on a schedule, soon after a doubt, at once for a person; never two runs at a time. A failed run
 * changes nothing and is repeated, with a back-off that never exceeds the schedule. All state is confined to the root context; every
 * public method may be called on any thread.
 */
final class Resync {
    private static final Logger LOG = Logger.getLogger(Resync.class);

    private final Vertx vertx;
    private final ResyncConfig config;
    private final Resynced resynced;
    private final ResyncMeters meters;
    private final Clock clock;
    private final Context root;
    private final List<UniEmitter<? super ResyncAnswer.Table>> waiting = new ArrayList<>();
    private List<UniEmitter<? super ResyncAnswer.Table>> served = List.of();
    private Cancellable work;
    private boolean running;
    private long run;
    private boolean doubted;
    private boolean stopped;
    private int failures;
    private long refusedBefore;
    private long timer = -1;
    private long startedAt;

    Resync(Vertx vertx, ResyncConfig config, Resynced resynced, ResyncMeters meters, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.resynced = resynced;
        this.meters = meters;
        this.clock = clock;
        this.root = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    /** The first run comes at once. */
    void start() {
        root.runOnContext(ignored -> begin());
    }

    void stop() {
        root.runOnContext(ignored -> stopped = true);
    }

    void doubt(String reason) {
        meters.doubted(reason);
        root.runOnContext(ignored -> {
            doubted = true;
            if (!running) {
                next(Duration.ZERO);
            }
        });
    }

    /** What the first run that begins from now on found. Never fails. */
    Uni<ResyncAnswer.Table> now() {
        return Uni.createFrom().emitter(emitter -> root.runOnContext(ignored -> await(emitter)));
    }

    private void await(UniEmitter<? super ResyncAnswer.Table> emitter) {
        if (stopped || waiting.size() >= config.waiting()) {
            emitter.complete(ResyncAnswer.Table.failed(
                    resynced.table(), stopped ? "the service stops" : "too many wait for it already: try again"));
            return;
        }
        waiting.add(emitter);
        if (!running) {
            begin();
        }
    }

    /** Has the next run come after that time, but not sooner after the last one than the gap. */
    private void next(Duration wait) {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        long since = (System.nanoTime() - startedAt) / 1_000_000;
        long millis = Math.max(1, Math.max(wait.toMillis(), config.gap().toMillis() - since));
        timer = vertx.setTimer(millis, id -> root.runOnContext(ignored -> begin()));
    }

    private void begin() {
        if (running || stopped) {
            return;
        }
        running = true;
        doubted = false;
        startedAt = System.nanoTime();
        served = List.copyOf(waiting);
        waiting.clear();
        if (timer >= 0) {
            vertx.cancelTimer(timer);
        }
        long number = ++run;
        timer = vertx.setTimer(
                Math.max(1, config.atMost().toMillis()), id -> root.runOnContext(ignored -> late(number)));
        OwnContext.start(
                root,
                resynced::resync,
                started -> root.runOnContext(ignored -> keep(number, started)),
                report -> root.runOnContext(ignored -> ended(number, report, null)),
                failure -> root.runOnContext(ignored -> ended(number, null, failure)));
    }

    private void keep(long number, Cancellable started) {
        if (running && number == run) {
            work = started;
        }
    }

    private void late(long number) {
        if (running && number == run) {
            if (work != null) {
                work.cancel();
            }
            ended(number, null, new IllegalStateException("it was not done within " + config.atMost()));
        }
    }

    private void ended(long number, ResyncReport report, Throwable failure) {
        if (!running || number != run) {
            return;
        }
        running = false;
        work = null;
        ResyncAnswer.Table answer = failure == null ? ok(report) : failed(failure);
        served.forEach(emitter -> emitter.complete(answer));
        served = List.of();
        if (!waiting.isEmpty()) {
            begin();
        } else {
            next(doubted ? Duration.ZERO : pause());
        }
    }

    private ResyncAnswer.Table ok(ResyncReport report) {
        if (failures > 0) {
            LOG.infof("%s is compared with its owner again", resynced.table());
        }
        failures = 0;
        meters.ok(report, clock.instant().getEpochSecond());
        if (report.mended() > 0 || report.refused() != refusedBefore) {
            LOG.warnf(
                    "%s was compared with its owner: %d of %d entries mended, %d refused",
                    resynced.table(), report.mended(), report.checked(), report.refused());
        }
        refusedBefore = report.refused();
        return ResyncAnswer.Table.of(resynced.table(), report);
    }

    private ResyncAnswer.Table failed(Throwable failure) {
        if (failures == 0) {
            LOG.warnf(
                    "%s cannot be compared with its owner (%s); what is known stays, and it is tried again",
                    resynced.table(), ResyncFailures.logged(failure));
        }
        failures++;
        meters.failed();
        return ResyncAnswer.Table.failed(resynced.table(), ResyncFailures.told(failure));
    }

    private Duration pause() {
        long every = config.every().toMillis();
        if (failures > 0) {
            Duration most = Duration.ofMillis(Math.max(1, every));
            return new BackOff(config.initialBackOff(), most).after(failures);
        }
        return Duration.ofMillis(every - ThreadLocalRandom.current().nextLong(every / 5 + 1));
    }
}
