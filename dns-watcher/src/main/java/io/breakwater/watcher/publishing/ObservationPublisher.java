package io.breakwater.watcher.publishing;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.events.BackOff;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Sends observations until the broker has them. Of each tenant one is on its way and one waits, the newest: an observation that was
 * overtaken is worth nothing. All that wait are bounded in octets, so that memory is bounded while Kafka is away. One that is larger than
 * an event may be is published as what it is: a look that brought nothing that can be handed on. Safe for threads.
 */
public final class ObservationPublisher {
    private static final Logger LOG = Logger.getLogger(ObservationPublisher.class);

    private final Function<EventEnvelope<DrObserved>, Uni<Void>> bus;
    private final ScheduledExecutorService timer;
    private final BackOff backOff;
    private final Clock clock;
    private final Limits limits;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final AtomicLong octets = new AtomicLong();
    private final Timer published;
    private final Counter tooLarge;
    private final Counter noRoom;
    private final String source;

    /**
     * @param event octets of one observation
     * @param waiting octets of all that the broker does not have yet
     */
    public record Limits(long event, long waiting) {}

    /** One observation that the broker does not have yet; a newer one of its tenant takes its place. Compared by identity. */
    private static final class Waiting {
        private final DrObserved observed;
        private final long octets;

        Waiting(DrObserved observed, long octets) {
            this.observed = observed;
            this.octets = octets;
        }
    }

    /** @param bus completes when the broker has the event */
    public ObservationPublisher(
            String source,
            Function<EventEnvelope<DrObserved>, Uni<Void>> bus,
            ScheduledExecutorService timer,
            Clock clock,
            Limits limits,
            MeterRegistry meters) {
        this.source = source;
        this.bus = bus;
        this.timer = timer;
        this.clock = clock;
        this.limits = limits;
        this.backOff = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(2));
        this.published = Timer.builder("breakwater.watcher.published")
                .description("From an observation to the broker's acknowledgement")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        this.tooLarge = Counter.builder("breakwater.watcher.observations.too.large")
                .description("Observations of which only was published that they are too large")
                .register(meters);
        this.noRoom = Counter.builder("breakwater.watcher.observations.no.room")
                .description("Observations that must be made again because too many wait for the bus")
                .register(meters);
        Gauge.builder("breakwater.watcher.unpublished", this, ObservationPublisher::unpublished)
                .description("Observations that the broker does not have yet")
                .register(meters);
    }

    /**
     * Hands an observation over; returns at once.
     *
     * @return false when too many wait for the bus already: then it must be made again
     */
    public boolean publish(DrObserved observed) {
        Waiting next = fitted(observed);
        if (octets.get() + next.octets > limits.waiting()) {
            noRoom.increment();
            return false;
        }
        octets.addAndGet(next.octets);
        Waiting before = waiting.put(observed.customerId(), next);
        if (before == null) {
            send(next, 0);
        } else {
            octets.addAndGet(-before.octets);
        }
        return true;
    }

    /** How many tenants have an observation that the broker does not have yet. */
    public long unpublished() {
        return waiting.size();
    }

    /** Whether the broker has everything of the tenant. */
    public boolean isPublished(String customerId) {
        return !waiting.containsKey(customerId);
    }

    private Waiting fitted(DrObserved observed) {
        long size = Observations.octets(observed);
        if (size <= limits.event()) {
            return new Waiting(observed, size);
        }
        tooLarge.increment();
        LOG.warnf(
                "an observation of tenant %s has %d octets, the limit is %d (breakwater.watcher.publishing.max-event-bytes):"
                        + " only that is published",
                observed.customerId(), size, limits.event());
        DrObserved reduced = Observations.tooLarge(observed, size, limits.event());
        return new Waiting(reduced, Observations.octets(reduced));
    }

    private void send(Waiting next, int failures) {
        DrObserved observed = next.observed;
        EventEnvelope<DrObserved> event = EventEnvelope.of(source, observed.customerId(), clock.instant(), observed);
        long start = System.nanoTime();
        Uni.createFrom()
                .deferred(() -> bus.apply(event))
                .subscribe()
                .with(done -> sent(next, System.nanoTime() - start), failure -> failed(next, failure, failures + 1));
    }

    private void sent(Waiting done, long nanos) {
        published.record(nanos, TimeUnit.NANOSECONDS);
        String customerId = done.observed.customerId();
        if (waiting.remove(customerId, done)) {
            octets.addAndGet(-done.octets);
        } else {
            send(waiting.get(customerId), 0);
        }
    }

    private void failed(Waiting failed, Throwable failure, int failures) {
        String customerId = failed.observed.customerId();
        if (failures == 1) {
            LOG.warnf(
                    "an observation of tenant %s cannot be published yet, it is tried again: %s",
                    customerId, failure.getClass().getSimpleName());
        }
        Duration wait = backOff.after(failures);
        timer.schedule(() -> send(waiting.get(customerId), failures), wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
