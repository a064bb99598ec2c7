package io.breakwater.agent.runtime;

import io.breakwater.agent.disk.Disk;
import io.breakwater.agent.disk.LocalDisk;
import io.breakwater.agent.snapshot.DiskSpace;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;

/**
 * What an agent finds where it runs.
 *
 * @param space how full the disk of a directory is
 */
public record Surroundings(Clock clock, MeterRegistry registry, Disk disk, Function<Path, DiskSpace> space) {

    /** The machine's own clock and disk. */
    public static Surroundings of(MeterRegistry registry) {
        return new Surroundings(Clock.systemUTC(), registry, new LocalDisk(), DiskSpace::of);
    }
}
