package io.breakwater.dns;

import io.breakwater.dns.LookupResult.Reason;
import io.breakwater.dns.LookupResult.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Asks servers one after the other: the next when the one before failed, or when a while has passed; the first observation wins. A
 * single server is asked twice, because UDP loses packets. Safe for threads.
 */
final class Hedge {
    private final ScheduledExecutorService timer;
    private final Duration after;

    Hedge(ScheduledExecutorService timer, Duration after) {
        this.timer = timer;
        this.after = after;
    }

    <T> CompletionStage<LookupResult<T>> ask(
            List<ServerAddress> servers, Function<ServerAddress, CompletionStage<LookupResult<T>>> question) {
        if (servers.isEmpty()) {
            return CompletableFuture.completedFuture(
                    new Unavailable<>(Reason.NO_SERVER, "there is no server to ask", null, 0));
        }
        List<ServerAddress> order = new ArrayList<>(servers);
        if (order.size() == 1) {
            order.add(order.get(0));
        }
        Race<T> race = new Race<>(order, question);
        race.startNext(0);
        return race.result;
    }

    private final class Race<T> {
        private final List<ServerAddress> order;
        private final Function<ServerAddress, CompletionStage<LookupResult<T>>> question;
        private final CompletableFuture<LookupResult<T>> result = new CompletableFuture<>();
        private int started;
        private int failed;

        Race(List<ServerAddress> order, Function<ServerAddress, CompletionStage<LookupResult<T>>> question) {
            this.order = order;
            this.question = question;
        }

        /** Starts attempt number {@code attempt} unless it has been started already. */
        void startNext(int attempt) {
            synchronized (this) {
                if (attempt != started || attempt >= order.size() || result.isDone()) {
                    return;
                }
                started++;
            }
            ask(order.get(attempt)).thenAccept(outcome -> ended(attempt, outcome));
            if (attempt + 1 < order.size() && !result.isDone()) {
                timer.schedule(() -> startNext(attempt + 1), after.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        /** Whatever goes wrong in answering, the race goes on: a look-up that never ends would stop its domain's observation. */
        private CompletionStage<LookupResult<T>> ask(ServerAddress server) {
            return CompletableFuture.completedFuture(server)
                    .thenCompose(question)
                    .exceptionally(failure -> new Unavailable<>(Reason.MALFORMED, failure.toString(), server, 0));
        }

        private void ended(int attempt, LookupResult<T> outcome) {
            if (!(outcome instanceof Unavailable<T>)) {
                result.complete(outcome);
                return;
            }
            int next;
            boolean over;
            synchronized (this) {
                failed++;
                next = started;
                boolean another = next < order.size() && !order.get(next).equals(order.get(attempt));
                over = failed == started && !another;
                next = another ? next : order.size();
            }
            if (over) {
                result.complete(outcome);
            } else {
                startNext(next);
            }
        }
    }
}
