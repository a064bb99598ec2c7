package io.breakwater.local.cli;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.process.ManagedProcess;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says every few seconds what a start waits for, so that a slow one does not look like one that hangs. */
final class Awaited {
    private static final int SECONDS = 10;

    private final LocalSuite suite;
    private final Terminal terminal;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Awaited::thread);

    Awaited(LocalSuite suite, Terminal terminal) {
        this.suite = suite;
        this.terminal = terminal;
    }

    /** Brings the suite up; gives what agents lack to be ready. */
    List<String> bringUp() {
        clock.scheduleAtFixedRate(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
        try {
            return suite.bringUp(terminal);
        } finally {
            clock.shutdownNow();
        }
    }

    private void tell() {
        List<String> names = suite.processes().stream()
                .filter(ManagedProcess::isStarting)
                .map(ManagedProcess::name)
                .toList();
        terminal.step("waiting for " + (names.isEmpty() ? "the agents' enrolment" : String.join(", ", names)));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "awaited");
        thread.setDaemon(true);
        return thread;
    }
}
