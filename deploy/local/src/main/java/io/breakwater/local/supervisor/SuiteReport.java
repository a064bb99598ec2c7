package io.breakwater.local.supervisor;

import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.FileTrouble;
import io.breakwater.local.process.ManagedProcess;
import io.breakwater.local.process.ProcessTable;
import io.breakwater.local.settings.Surroundings;
import io.breakwater.local.supervisor.SuiteState.Life;
import io.breakwater.local.supervisor.SuiteState.ProcessState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the state file of a suite. Safe for threads. */
public final class SuiteReport {
    private final Path file;
    private final Surroundings around;
    private final ProcessTable processes;
    private String phase;

    public SuiteReport(Path file, Surroundings around, ProcessTable processes) {
        this.file = file;
        this.around = around;
        this.processes = processes;
    }

    /** Ends what an earlier suite may have left behind, although its processes end with it. */
    public void sweep() {
        SuiteState.read(file).ifPresent(Leftovers::end);
    }

    public void starting() {
        tell("STARTING");
    }

    public void up() {
        tell("UP");
    }

    /** Does nothing unless the suite was starting or up. */
    public synchronized void stopping() {
        if (phase != null) {
            tell("STOPPING");
        }
    }

    public synchronized void changed() {
        if (phase != null) {
            tell(phase);
        }
    }

    public synchronized void down() {
        if (phase == null) {
            return;
        }
        phase = null;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SuiteException("the state file " + file + " cannot be removed: " + FileTrouble.of(e), e);
        }
    }

    private synchronized void tell(String now) {
        phase = now;
        Map<String, ProcessState> all = new LinkedHashMap<>();
        for (ManagedProcess process : processes.all()) {
            all.put(process.name(), state(process));
        }
        new SuiteState(phase, Life.of(ProcessHandle.current()), all).write(file);
    }

    private ProcessState state(ManagedProcess process) {
        Life life = process.pid().isPresent()
                ? new Life(
                        process.pid().getAsLong(),
                        process.born().map(Instant::toEpochMilli).orElse(0L))
                : null;
        return new ProcessState(
                url(process.name()),
                around.ports().all().containsKey(process.name() + ".management")
                        ? around.management(process.name()).toString()
                        : null,
                process.plan().log().toString(),
                life,
                process.startTime().map(Duration::toMillis).orElse(null));
    }

    private String url(String name) {
        return switch (name) {
            case "postgres" -> "postgresql://" + around.postgres().server();
            case "kafka" -> around.kafka();
            case "zone-server" -> "dns://" + around.zone().server();
            default -> around.url(name).toString();
        };
    }
}
