package io.breakwater.snapshot.schedule;

import io.breakwater.platform.trace.TraceParent;
import io.breakwater.platform.trace.Traces;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs work at an interval, the next run only after the one before has ended. Each run has a Vert.x context of its own (Hibernate
 * Reactive keeps its session there). A failed run is logged once until one succeeds; the next comes as if nothing had happened. State is
 * confined to the root context.
 */
public final class RepeatedWork {
    private static final Logger LOG = Logger.getLogger(RepeatedWork.class);

    private final Vertx vertx;
    private final String name;
    private final Duration interval;
    private final Supplier<Uni<Void>> work;
    private final boolean once;
    private final Context root;
    private boolean failing;
    private volatile boolean stopped;

    private RepeatedWork(Vertx vertx, String name, Duration interval, Supplier<Uni<Void>> work, boolean once) {
        this.vertx = vertx;
        this.name = name;
        this.interval = interval;
        this.work = work;
        this.once = once;
        this.root = VertxContext.getRootContext(vertx.getOrCreateContext());
    }

    /** Starts with a first run at once. */
    public static RepeatedWork start(Vertx vertx, String name, Duration interval, Supplier<Uni<Void>> work) {
        return started(new RepeatedWork(vertx, name, interval, work, false));
    }

    /** Starts with a first run at once, and ends with the first that succeeds. */
    public static RepeatedWork startUntilDone(Vertx vertx, String name, Duration interval, Supplier<Uni<Void>> work) {
        return started(new RepeatedWork(vertx, name, interval, work, true));
    }

    /** No further run starts. */
    public void stop() {
        stopped = true;
    }

    private static RepeatedWork started(RepeatedWork repeated) {
        repeated.root.runOnContext(ignored -> repeated.run());
        return repeated;
    }

    private void run() {
        if (stopped) {
            return;
        }
        Context own = VertxContext.createNewDuplicatedContext(root);
        VertxContextSafetyToggle.setContextSafe(own, true);
        own.runOnContext(ignored -> {
            Traces.enter(TraceParent.fresh());
            Uni.createFrom()
                    .deferred(() -> work.get())
                    .subscribe()
                    .with(
                            done -> root.runOnContext(again -> ended(null)),
                            failure -> root.runOnContext(again -> ended(failure)));
        });
    }

    private void ended(Throwable failure) {
        if (failure != null && !failing) {
            LOG.warnf("%s failed (%s); it is tried again", name, failure);
        } else if (failure == null && failing) {
            LOG.infof("%s works again", name);
        }
        failing = failure != null;
        boolean over = stopped || (once && failure == null);
        if (!over) {
            vertx.setTimer(Math.max(1, interval.toMillis()), timer -> root.runOnContext(ignored -> run()));
        }
    }
}
