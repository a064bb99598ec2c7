package io.breakwater.agent.bus;

import io.breakwater.agent.pace.Backoff;
import io.breakwater.agent.pace.PacedLoop;
import io.breakwater.agent.status.Signals;
import io.breakwater.agent.status.StatusReporter;
import io.breakwater.agent.trust.TrustStore;
import io.breakwater.agent.upkeep.IdentityHolder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** The two threads that work with Kafka: one reads, one sends. */
public final class Bus implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final PacedLoop reading;
    private final PacedLoop sending;

    /**
     * @param maxWait longest wait between two attempts to reach Kafka
     * @param snapshotsChanged makes the upkeep look at the group's index soon
     */
    public Bus(BusSettings settings, Duration maxWait, Incoming incoming, Outgoing outgoing, Signals signals) {
        RandomGenerator random = RandomGenerator.getDefault();
        BusReader reader = new BusReader(
                incoming.identity(),
                incoming.events(),
                incoming.snapshotsChanged(),
                signals.metrics(),
                new GenuineEvents(incoming.trust(), signals, outgoing.clock()));
        reading = new PacedLoop(
                "bus-reader",
                new BusConsumer(settings, incoming.identity(), reader, new Backoff(FIRST_WAIT, maxWait, random)));
        sending = new PacedLoop(
                "bus-sender",
                new StatusSender(
                        settings,
                        outgoing.reporter(),
                        new StatusSigner(incoming.identity(), outgoing.counter()),
                        new Backoff(FIRST_WAIT, maxWait, random)));
        outgoing.reporter().wake(sending::nudge);
    }

    /** Who takes what comes in. */
    public record Incoming(IdentityHolder identity, TrustStore trust, BusEvents events, Runnable snapshotsChanged) {}

    /** What goes out. @param counter numbers what is signed */
    public record Outgoing(StatusReporter reporter, LongSupplier counter, Clock clock) {}

    public void start() {
        reading.start();
        sending.start();
    }

    @Override
    public void close() {
        reading.close();
        sending.close();
    }
}
