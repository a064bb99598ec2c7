package io.breakwater.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void triesUntilTheWorkSucceedsAlwaysOnTheContextOfItsStart() {
        AtomicInteger tries = new AtomicInteger();
        List<Context> contexts = new CopyOnWriteArrayList<>();
        Context context = VERTX.getOrCreateContext();

        run(
                context,
                () -> {
                    contexts.add(Vertx.currentContext());
                    return tries.incrementAndGet() < 4
                            ? Uni.createFrom().failure(new IllegalStateException("not yet"))
                            : Uni.createFrom().voidItem().emitOn(ForkJoin::elsewhere);
                },
                Retry.Decision.always(attempt -> Duration.ofMillis(1)));

        assertThat(tries).hasValue(4);
        assertThat(contexts).hasSize(4).allMatch(context::equals);
    }

    @Test
    void failsWithTheWorksFailureWhenTheDecisionGivesUp() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> run(
                        VERTX.getOrCreateContext(),
                        () -> {
                            tries.incrementAndGet();
                            throw new IllegalStateException("never");
                        },
                        (attempt, failure) -> attempt < 3 ? Duration.ofMillis(1) : null))
                .hasRootCauseMessage("never");
        assertThat(tries).hasValue(3);
    }

    @Test
    void anErrorThatTheWorkThrowsIsAFailureAsAnyOther() {
        AtomicInteger tries = new AtomicInteger();

        run(
                VERTX.getOrCreateContext(),
                () -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new NoClassDefFoundError("a jar is being replaced");
                    }
                    return Uni.createFrom().voidItem();
                },
                Retry.Decision.always(attempt -> Duration.ofMillis(1)));

        assertThat(tries).hasValue(3);
    }

    private static void run(Context context, Supplier<Uni<Void>> work, Retry.Decision decision) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        context.runOnContext(ignored ->
                Retry.of(VERTX, work, decision).subscribe().with(done::complete, done::completeExceptionally));
        done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static final class ForkJoin {
        static void elsewhere(Runnable task) {
            CompletableFuture.runAsync(task);
        }
    }
}
