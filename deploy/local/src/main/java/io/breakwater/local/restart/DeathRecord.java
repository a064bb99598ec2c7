package io.breakwater.local.restart;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The deaths of one process, and what follows from them. For one thread. */
final class DeathRecord {
    private final RestartPolicy policy;
    private final DoubleSupplier random;
    private final Deque<Instant> deaths = new ArrayDeque<>();

    /** @param random from 0 to 1 */
    DeathRecord(RestartPolicy policy, DoubleSupplier random) {
        this.policy = policy;
        this.random = random;
    }

    /** Notes a death; how long to wait before the next start, or empty: it died too often. */
    Optional<Duration> died(Instant now) {
        deaths.addLast(now);
        while (deaths.getFirst().isBefore(now.minus(policy.window()))) {
            deaths.removeFirst();
        }
        if (deaths.size() >= policy.most()) {
            return Optional.empty();
        }
        double doubled = policy.firstWait().toMillis() * Math.pow(2, deaths.size() - 1);
        double wait = Math.min(doubled, policy.longestWait().toMillis());
        double factor = 1 + policy.jitter() * (2 * random.getAsDouble() - 1);
        return Optional.of(Duration.ofMillis(Math.round(wait * factor)));
    }

    /** Within the window. */
    int number() {
        return deaths.size();
    }
}
