package io.breakwater.local.supervisor;

import io.breakwater.local.SuiteException;
import io.breakwater.local.supervisor.SuiteState.Life;
import io.breakwater.local.supervisor.SuiteState.ProcessState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes by pid and start time, never by name. */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Leftovers() {}

    /** Ends those processes of a suite that still live, and waits. */
    public static void end(SuiteState state) {
        List<ProcessHandle> alive = state.processes().values().stream()
                .map(ProcessState::life)
                .filter(Objects::nonNull)
                .map(Life::handle)
                .flatMap(Optional::stream)
                .toList();
        alive.forEach(ProcessHandle::destroy);
        alive.forEach(Leftovers::awaitOrKill);
    }

    private static void awaitOrKill(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("interrupted while waiting for " + process.pid() + " to end", e);
        } catch (ExecutionException e) {
            throw new SuiteException("waiting for " + process.pid() + " failed", e);
        }
    }
}
