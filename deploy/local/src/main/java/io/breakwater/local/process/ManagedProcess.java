package io.breakwater.local.process;

import io.breakwater.embedded.process.ChildProcess;
import io.breakwater.local.SuiteException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** A process of the suite over its lives. Safe for threads; start and stop wait for each other. */
public final class ManagedProcess {
    private static final Duration LAUNCH_PATIENCE = Duration.ofSeconds(20);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final ProcessPlan plan;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile ChildProcess child;
    private volatile boolean closed;
    private volatile Instant startedAt;
    private volatile Duration startTime;
    private volatile int restarts;

    public ManagedProcess(ProcessPlan plan) {
        this.plan = plan;
    }

    public String name() {
        return plan.name();
    }

    /**
     * Starts the process and waits until it is healthy; does nothing when it runs.
     *
     * @throws SuiteException when it ends or does not become healthy; the message holds the end of its log
     */
    public void start() {
        launch();
        awaitHealthy();
    }

    /** Starts the process once more because it died, and waits until it is healthy. */
    public void restart() {
        restarts++; // for one thread at a time: whoever watches the process
        start();
    }

    /** How often it was started again because it had died. */
    public int restarts() {
        return restarts;
    }

    /** Starts the process without waiting; does nothing when it runs. */
    public void launch() {
        lock.lock();
        try {
            if (closed) {
                throw new SuiteException(name() + " is not started: the suite is being stopped");
            }
            if (!isRunning()) {
                startTime = null;
                LogFile.turn(plan.log());
                startedAt = Instant.now();
                child = plan.launch().get();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the launched process is healthy, for as long as it makes progress and its patience allows. */
    public void awaitHealthy() {
        StartWatch watch = new StartWatch(plan.patience(), plan.log(), child);
        while (!plan.healthy().getAsBoolean()) {
            if (!isRunning()) {
                throw new SuiteException(
                        name() + " ended instead of starting. The end of " + plan.log() + ":\n" + logTail());
            }
            Optional<String> lost = watch.lost();
            if (lost.isPresent() || Thread.currentThread().isInterrupted()) {
                throw new SuiteException(name() + " is not healthy " + lost.orElse("and nobody waits any more")
                        + ". The end of " + plan.log() + ":\n" + logTail());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        if (startTime == null) {
            startTime = Duration.between(startedAt, Instant.now());
        }
    }

    /** Ends the process in good order, by force when it takes too long; does nothing when it does not run. */
    public void stop() {
        locked(ChildProcess::stop);
    }

    /** Ends the process with SIGKILL and waits until it is gone. */
    public void kill() {
        locked(ChildProcess::kill);
    }

    /** Stops the process for good: it cannot be started again. */
    public void close() {
        closed = true;
        stop();
    }

    /** A launch that hangs does not stop the end of everything: its process ends with this JVM anyway. */
    private void locked(Consumer<ChildProcess> action) {
        boolean mine = false;
        try {
            mine = lock.tryLock(LAUNCH_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (mine && child != null) {
                action.accept(child);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    /** Whether it was ended for good. */
    public boolean isClosed() {
        return closed;
    }

    /** Whether it was launched and is not healthy yet. */
    public boolean isStarting() {
        return startedAt != null && startTime == null && !closed;
    }

    public boolean isRunning() {
        ChildProcess now = child;
        return now != null && now.isAlive();
    }

    public boolean isHealthy() {
        return isRunning() && plan.healthy().getAsBoolean();
    }

    /** Empty when it does not run. */
    public OptionalLong pid() {
        ChildProcess now = child;
        return isRunning() ? OptionalLong.of(now.pid()) : OptionalLong.empty();
    }

    /** When the kernel started it, or empty; with the pid it names a process for all time. */
    public Optional<Instant> born() {
        ChildProcess now = child;
        return isRunning() ? now.program().info().startInstant() : Optional.empty();
    }

    /** From launch to healthy, the last time; empty before. */
    public Optional<Duration> startTime() {
        return Optional.ofNullable(startTime);
    }

    /** Exit code of the last life, or empty while it runs or never ran. */
    public Optional<Integer> exitCode() {
        ChildProcess now = child;
        return now == null || now.isAlive()
                ? Optional.empty()
                : Optional.ofNullable(now.onExit().getNow(null));
    }

    public String logTail() {
        ChildProcess now = child;
        return now == null ? "" : now.logTail();
    }

    public ProcessPlan plan() {
        return plan;
    }
}
