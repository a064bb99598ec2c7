package io.breakwater.agent.status;

import io.breakwater.contracts.event.AgentStatus;
import io.breakwater.contracts.event.EventEnvelope;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Makes a status of each change and keeps it until it is sent: at most so many, the oldest go first, because the newest says most. Safe
 * for threads; never waits for anything.
 */
public final class StatusReporter {
    private final AgentMetrics metrics;
    private final Clock clock;
    private final int most;
    private final Deque<EventEnvelope<AgentStatus>> unsent = new ArrayDeque<>();
    private LongFunction<Optional<AgentStatus>> description = number -> Optional.empty();
    private Runnable wake = () -> {};
    private long sequence;

    /** @param most statuses to keep while the bus is away */
    public StatusReporter(AgentMetrics metrics, Clock clock, int most) {
        this.metrics = metrics;
        this.clock = clock;
        this.most = most;
    }

    /** @param newDescription what the agent is now, with a given sequence; empty while it has no identity */
    public synchronized void describedBy(LongFunction<Optional<AgentStatus>> newDescription) {
        description = newDescription;
    }

    /** @param newWake called, without waiting, when there is something to send */
    public synchronized void wake(Runnable newWake) {
        wake = newWake;
    }

    /** Something changed, or it is time to say that nothing did. */
    public synchronized void changed() {
        Optional<AgentStatus> status = description.apply(sequence + 1);
        if (status.isEmpty()) {
            return;
        }
        sequence++;
        while (unsent.size() >= most) {
            unsent.removeFirst();
            metrics.statusDropped();
        }
        AgentStatus data = status.get();
        unsent.addLast(EventEnvelope.of("/agents/" + data.agentId(), data.agentId(), clock.instant(), data));
        wake.run();
    }

    /** The oldest status that was not sent yet. */
    public synchronized Optional<EventEnvelope<AgentStatus>> next() {
        return Optional.ofNullable(unsent.peekFirst());
    }

    /** The broker has it. */
    public synchronized void sent(EventEnvelope<AgentStatus> event) {
        unsent.remove(event);
    }
}
