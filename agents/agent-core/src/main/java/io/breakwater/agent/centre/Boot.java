package io.breakwater.agent.centre;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One start of an agent's process. */
public record Boot(String id, Instant at) {
    public static Boot now(Clock clock) {
        return new Boot(UUID.randomUUID().toString(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
