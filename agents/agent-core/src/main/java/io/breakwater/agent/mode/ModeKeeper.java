package io.breakwater.agent.mode;

import io.breakwater.activation.Mode;
import io.breakwater.activation.state.Evidence;
import io.breakwater.agent.status.AgentMetrics;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.trust.TrustStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The one thread on which the agent's mode is decided and everything happens that must not meet a switch half-way. Safe for threads: each
 * call only hands work over.
 */
public final class ModeKeeper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ModeKeeper.class);
    private static final int MOST_WAITING = 256;
    private static final Duration ALIVE = Duration.ofSeconds(30);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread keeper = new Thread(task, "mode-keeper");
        keeper.setDaemon(true);
        return keeper;
    });
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Waiting waiting = new Waiting();
    private final ModeDecisions decisions;
    private final AgentMetrics metrics;
    private final Clock clock;
    private volatile long lastTickNanos = System.nanoTime();
    private volatile boolean resumed;

    ModeKeeper(ModeDecisions decisions, AgentMetrics metrics, Clock clock) {
        this.decisions = decisions;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A keeper with its own decisions. */
    public static ModeKeeper of(
            ModeStateFile file, TrustStore trust, ServiceSwitch service, Signals signals, Clock clock) {
        return new ModeKeeper(new ModeDecisions(file, trust, service, signals, clock), signals.metrics(), clock);
    }

    /** Resumes the mode on disk, then ticks. Returns once the mode is resumed and the service was started in it. */
    public void start(Duration tick) throws InterruptedException {
        await(thread.submit(() -> {
            decisions.resume();
            return true;
        }));
        resumed = true;
        thread.scheduleWithFixedDelay(this::tick, tick.toMillis(), tick.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Hands evidence over. It came from outside and is judged here; a source is never an instruction. */
    public void observe(Evidence evidence, Source source) {
        int weight = Waiting.weight(evidence);
        if (waiting.take(source, weight)) {
            judge(evidence, source, weight);
        } else {
            metrics.evidenceDropped();
        }
    }

    /** As {@link #observe}, but waits for room instead of dropping: for a source that keeps what it has not handed over yet. */
    public void observePatiently(Evidence evidence, Source source) throws InterruptedException {
        int weight = Waiting.weight(evidence);
        waiting.await(source, weight);
        judge(evidence, source, weight);
    }

    private void judge(Evidence evidence, Source source, int weight) {
        Instant at = clock.instant();
        run(() -> {
            waiting.give(source, weight);
            guarded(() -> decisions.observe(new Observation(evidence, source, at)));
        });
    }

    /**
     * The record has been denied by the domain's authorities for as long as the tenant's absence policy wants. Does nothing when anybody
     * has seen the record since, or when it is another domain by whose record the mode is.
     */
    public void lastingAbsence(String domain, Instant deniedSince) {
        hand(() -> decisions.lastingAbsence(domain, deniedSince));
    }

    /** When a record was last seen at the domain, by whomever; {@link Instant#MIN} when this process knows of none. */
    public Instant recordSeenAt() {
        return decisions.recordSeenAt();
    }

    /**
     * Looks after what is on the disk, between two decisions.
     *
     * @param others looks after what else this thread writes
     * @param told takes a sentence for each copy that was gone or damaged
     */
    public void mend(Supplier<List<String>> others, Consumer<List<String>> told) {
        hand(() -> {
            List<String> found = new ArrayList<>(others.get());
            found.addAll(decisions.mend());
            told.accept(found);
        });
    }

    /** Another trust is in force. */
    public void trustChanged() {
        hand(decisions::trustChanged);
    }

    /**
     * Does something between two decisions, if the agent's own mode is NORMAL then.
     *
     * @return what the action gave, or empty when the mode is another one and nothing was done
     */
    public <T> Optional<T> whileNormal(Supplier<T> action) throws InterruptedException {
        return await(
                thread.submit(() -> decisions.mode() == Mode.NORMAL ? Optional.of(action.get()) : Optional.empty()));
    }

    public ModeView view() {
        return decisions.view();
    }

    /** Whether the thread still comes round. */
    public boolean isAlive() {
        return System.nanoTime() - lastTickNanos < ALIVE.toNanos();
    }

    public boolean isResumed() {
        return resumed;
    }

    private void hand(Runnable work) {
        if (!room.tryAcquire()) {
            metrics.evidenceDropped();
            return;
        }
        run(() -> {
            room.release();
            guarded(work);
        });
    }

    private void run(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("the agent is stopping: nothing more is judged", e);
        }
    }

    private void tick() {
        guarded(decisions::tick);
        lastTickNanos = System.nanoTime();
    }

    /** Neither a mistake in one piece of work nor too little memory for it must end the ticking: the clock ends DR at x (I4). */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a decision failed, the mode stays", e);
        }
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the mode keeper failed", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
