package io.breakwater.dns;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Lets a number of tasks run at one time; the others wait in order, in a queue with an end. Safe for threads, blocks none. */
final class InFlightLimit {
    private final int maxRunning;
    private final int maxWaiting;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    InFlightLimit(int maxRunning, int maxWaiting) {
        this.maxRunning = maxRunning;
        this.maxWaiting = maxWaiting;
    }

    /** @return the task's result, or of {@code refused} when the queue is full */
    <T> CompletionStage<T> run(Supplier<CompletionStage<T>> task, Supplier<T> refused) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable start = () -> task.get().whenComplete((value, failure) -> {
            release();
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
        synchronized (this) {
            if (running < maxRunning) {
                running++;
            } else if (waiting.size() < maxWaiting) {
                waiting.add(start);
                return result;
            } else {
                return CompletableFuture.completedFuture(refused.get());
            }
        }
        start.run();
        return result;
    }

    private void release() {
        Runnable next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                running--;
            }
        }
        if (next != null) {
            next.run();
        }
    }
}
