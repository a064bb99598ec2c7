package io.breakwater.platform.events;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Counts the octets that are on their way, so that a broker that is away does not fill the memory. What would be too much fails at once,
 * in the way of a server that is away: its sender tries again. One record is always let through. Safe for threads.
 */
final class Unsent {
    private final long most;
    private final AtomicLong octets = new AtomicLong();

    Unsent(long most) {
        this.most = most;
    }

    Uni<Void> counted(long size, Supplier<Uni<Void>> sending) {
        return Uni.createFrom().deferred(() -> {
            long before = octets.getAndAdd(size);
            if (before > 0 && before + size > most) {
                octets.addAndGet(-size);
                return Uni.createFrom()
                        .failure(new RejectedExecutionException(
                                "too much waits for Kafka: breakwater.events.max-unsent"));
            }
            return Uni.createFrom()
                    .deferred(() -> sending.get())
                    .onTermination()
                    .invoke(() -> octets.addAndGet(-size));
        });
    }

    long octets() {
        return octets.get();
    }
}
