package io.breakwater.platform.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Repeats asynchronous work after a failure, always on the Vert.x context on which it was started: Hibernate Reactive sessions and
 * acknowledgements live there. Mutiny's own back-off would go on in a thread of its pool.
 */
public final class Retry<T> {
    private final Vertx vertx;
    private final Supplier<Uni<T>> work;
    private final Decision decision;

    private Retry(Vertx vertx, Supplier<Uni<T>> work, Decision decision) {
        this.vertx = vertx;
        this.work = work;
        this.decision = decision;
    }

    /** The work's outcome after as many tries as the decision grants. */
    public static <T> Uni<T> of(Vertx vertx, Supplier<Uni<T>> work, Decision decision) {
        return Uni.createFrom().emitter(emitter -> {
            Retry<T> retry = new Retry<>(vertx, work, decision);
            retry.attempt(1, vertx.getOrCreateContext(), emitter);
        });
    }

    /** Whether and when to try again. */
    @FunctionalInterface
    public interface Decision {
        /**
         * @param attempt how many tries have failed, from 1
         * @return the wait before the next try, or null to give up
         */
        Duration waitAfter(int attempt, Throwable failure);

        /** Tries for ever. */
        static Decision always(IntFunction<Duration> waits) {
            return (attempt, failure) -> waits.apply(attempt);
        }
    }

    private void attempt(int number, Context context, UniEmitter<? super T> emitter) {
        start().subscribe()
                .with(
                        done -> context.runOnContext(ignored -> emitter.complete(done)),
                        failure -> context.runOnContext(ignored -> failed(number, failure, context, emitter)));
    }

    private Uni<T> start() {
        return Uni.createFrom().deferred(() -> work.get());
    }

    private void failed(int number, Throwable failure, Context context, UniEmitter<? super T> emitter) {
        Duration wait = decision.waitAfter(number, failure);
        if (wait == null) {
            emitter.fail(failure);
            return;
        }
        long millis = Math.max(1, wait.toMillis());
        vertx.setTimer(millis, timer -> context.runOnContext(ignored -> attempt(number + 1, context, emitter)));
    }
}
