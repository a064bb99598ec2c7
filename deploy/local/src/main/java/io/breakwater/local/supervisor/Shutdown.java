package io.breakwater.local.supervisor;

import io.breakwater.local.SuiteException;
import io.breakwater.local.layout.DataDirectory;
import io.breakwater.local.layout.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stops a suite from outside. */
public final class Shutdown {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Shutdown() {}

    /**
     * Tells the supervisor to end everything and waits; ends it by force when it takes too long. What a dead supervisor left behind is
     * ended too.
     *
     * @return whether anything ran
     * @throws SuiteException when the suite goes on whatever is done
     */
    public static boolean of(DataDirectory directory) {
        Optional<SuiteState> state = SuiteState.read(directory.stateFile());
        boolean held = SuiteLock.isHeld(directory.lockFile());
        if (state.isEmpty() && !held) {
            return false;
        }
        Optional<ProcessHandle> supervisor =
                state.flatMap(known -> known.supervisor().handle());
        supervisor.ifPresent(ProcessHandle::destroy);
        if (!awaitEnd(directory, supervisor)) {
            supervisor.ifPresent(ProcessHandle::destroyForcibly);
        }
        state.ifPresent(Leftovers::end);
        if (SuiteLock.isHeld(directory.lockFile())) {
            throw new SuiteException("the suite on " + directory.root() + " does not end; who runs it: "
                    + supervisor.map(ProcessHandle::pid).map(Object::toString).orElse("unknown"));
        }
        forget(directory);
        return held || supervisor.isPresent();
    }

    private static boolean awaitEnd(DataDirectory directory, Optional<ProcessHandle> supervisor) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (supervisor.filter(ProcessHandle::isAlive).isPresent()
                || (supervisor.isPresent() && SuiteLock.isHeld(directory.lockFile()))) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    private static void forget(DataDirectory directory) {
        try {
            Files.deleteIfExists(directory.stateFile());
        } catch (IOException e) {
            throw new SuiteException("the state file cannot be removed: " + FileTrouble.of(e), e);
        }
    }
}
