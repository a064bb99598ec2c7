package io.breakwater.local.cli;

import io.breakwater.local.LocalSuite;
import io.breakwater.local.process.ManagedProcess;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says every few seconds what a start waits for, so that a slow one does not look like one that hangs. */
final class Awaited implements AutoCloseable {
    private static final int SECONDS = 10;

    private final LocalSuite suite;
    private final Terminal terminal;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Awaited::thread);

    Awaited(LocalSuite suite, Terminal terminal) {
        this.suite = suite;
        this.terminal = terminal;
        clock.scheduleAtFixedRate(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void tell() {
        List<String> names = suite.processes().stream()
                .filter(ManagedProcess::isStarting)
                .map(ManagedProcess::name)
                .toList();
        terminal.step("waiting for " + (names.isEmpty() ? "the agents' enrolment" : String.join(", ", names)));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "awaited");
        thread.setDaemon(true);
        return thread;
    }
}
