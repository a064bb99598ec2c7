package io.breakwater.local.restart;

import java.time.Duration;

/**
 * How a process that died is started again.
 *
 * @param firstWait before the first restart; doubles with each death within the window
 * @param longestWait at most
 * @param jitter share of a wait by which it is longer or shorter at random, 0 to 1, so that what died together does not start together
 * @param most deaths within the window after which it is left dead
 * @param window how long a death counts
 */
public record RestartPolicy(Duration firstWait, Duration longestWait, double jitter, int most, Duration window) {
    public static final RestartPolicy DEFAULT =
            new RestartPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), 0.25, 6, Duration.ofMinutes(10));
}
