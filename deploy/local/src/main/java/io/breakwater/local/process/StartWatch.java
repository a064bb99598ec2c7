package io.breakwater.local.process;

import io.breakwater.embedded.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Watches one start: whether it still makes progress, by its log and by the processor time that it takes. For one thread. */
final class StartWatch {
    /** A process that only waits for others takes less. */
    private static final Duration WORK = Duration.ofMillis(500);

    private final StartPatience patience;
    private final Path log;
    private final ChildProcess child;
    private final long start = System.nanoTime();
    private long progress = start;
    private long logged;
    private Duration computed;

    StartWatch(StartPatience patience, Path log, ChildProcess child) {
        this.patience = patience;
        this.log = log;
        this.child = child;
        this.logged = size();
        this.computed = processorTime();
    }

    /** Why to wait no longer, for people; empty: go on. */
    Optional<String> lost() {
        long now = System.nanoTime();
        long size = size();
        Duration time = processorTime();
        if (size != logged || time.minus(computed).compareTo(WORK) >= 0) {
            logged = size;
            computed = time;
            progress = now;
        }
        if (now - progress > patience.withoutProgress().toNanos()) {
            return Optional.of(
                    "and has done nothing for " + patience.withoutProgress().toSeconds() + " s");
        }
        return now - start > patience.overall().toNanos()
                ? Optional.of("after " + patience.overall().toSeconds() + " s (--start-timeout)")
                : Optional.empty();
    }

    private long size() {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0; // nothing written yet
        }
    }

    private Duration processorTime() {
        return child == null
                ? Duration.ZERO
                : child.program().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
