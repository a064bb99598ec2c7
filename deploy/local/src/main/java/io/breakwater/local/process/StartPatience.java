package io.breakwater.local.process;

import java.time.Duration;

/**
 * How long a start may take. A slow machine is waited for as long as the process does something.
 *
 * @param withoutProgress longest time in which the process neither writes to its log nor computes
 * @param overall longest time in all
 */
public record StartPatience(Duration withoutProgress, Duration overall) {
    public static final StartPatience DEFAULT = new StartPatience(Duration.ofSeconds(120), Duration.ofMinutes(15));

    public StartPatience within(Duration limit) {
        return new StartPatience(withoutProgress, limit);
    }
}
