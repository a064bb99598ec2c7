package io.breakwater.local.process;

import io.breakwater.embedded.process.ChildProcess;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * How a process is started.
 *
 * @param launch starts it; may wait until it answers
 * @param healthy whether it is ready for work
 */
public record ProcessPlan(
        String name, Path log, Supplier<ChildProcess> launch, BooleanSupplier healthy, StartPatience patience) {}
