package io.breakwater.local.process;

import io.breakwater.embedded.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How a process is started.
 *
 * @param launch starts it; may wait until it answers
 * @param healthy whether it is ready for work
 * @param patience how long it may take until then
 */
public record ProcessPlan(
        String name, Path log, Supplier<ChildProcess> launch, BooleanSupplier healthy, Duration patience) {
    /** For programs of ours on a busy machine with two cores. */
    public static final Duration START_PATIENCE = Duration.ofSeconds(120);
}
