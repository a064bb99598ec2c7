package io.breakwater.agent.pace;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * A step that is repeated on a thread of its own, with the wait that the step asks for in between. A step that fails by mistake, or for
 * lack of memory, is logged and repeated after a while: the loop itself ends only when it is closed.
 */
public final class PacedLoop implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PacedLoop.class);
    private static final Duration AFTER_A_MISTAKE = Duration.ofSeconds(5);
    private static final long CLOSING_MILLIS = 5_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Thread thread;
    private boolean nudged;
    private volatile boolean closed;

    /** The work. */
    public interface Step {
        /** Works once. @return how long to wait before the next time */
        Duration run() throws InterruptedException;
    }

    public PacedLoop(String name, Step step) {
        this.thread = new Thread(() -> repeat(step), name);
        this.thread.setDaemon(true);
    }

    public PacedLoop start() {
        thread.start();
        return this;
    }

    /** Ends the present wait, or keeps the next one from beginning. */
    public void nudge() {
        lock.lock();
        try {
            nudged = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void repeat(Step step) {
        while (!closed) {
            try {
                await(step.run());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                if (!closed) {
                    LOG.errorf(e, "%s failed, goes on in %d s", thread.getName(), AFTER_A_MISTAKE.toSeconds());
                    awaitAfterMistake();
                }
            }
        }
    }

    private void awaitAfterMistake() {
        try {
            await(AFTER_A_MISTAKE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    private void await(Duration wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = wait.toNanos();
            while (!nudged && !closed && nanos > 0) {
                nanos = wake.awaitNanos(nanos);
            }
            nudged = false;
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts the step and waits for the thread's end, at most five seconds. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
