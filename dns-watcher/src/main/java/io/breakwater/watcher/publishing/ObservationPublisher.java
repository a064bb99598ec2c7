package io.breakwater.watcher.publishing;

import io.breakwater.contracts.event.DrObserved;
import io.breakwater.contracts.event.EventEnvelope;
import io.breakwater.platform.events.BackOff;
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
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Sends observations until the broker has them. Of each tenant one is on its way and one waits, the newest: an observation that was
 * overtaken is worth nothing, and so memory is bounded while Kafka is away. Safe for threads.
 */
public final class ObservationPublisher {
    private static final Logger LOG = Logger.getLogger(ObservationPublisher.class);

    private final Function<EventEnvelope<DrObserved>, Uni<Void>> bus;
    private final ScheduledExecutorService timer;
    private final BackOff backOff;
    private final Clock clock;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Timer published;
    private final String source;

    /** @param bus completes when the broker has the event */
    public ObservationPublisher(
            String source,
            Function<EventEnvelope<DrObserved>, Uni<Void>> bus,
            ScheduledExecutorService timer,
            Clock clock,
            MeterRegistry meters) {
        this.source = source;
        this.bus = bus;
        this.timer = timer;
        this.clock = clock;
        this.backOff = new BackOff(Duration.ofMillis(50), Duration.ofSeconds(2));
        this.published = Timer.builder("breakwater.watcher.published")
                .description("From an observation to the broker's acknowledgement")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        Gauge.builder("breakwater.watcher.unpublished", this, ObservationPublisher::unpublished)
                .description("Observations that the broker does not have yet")
                .register(meters);
    }

    /** Hands an observation over; returns at once. */
    public void publish(DrObserved observed) {
        Lane lane = lanes.computeIfAbsent(observed.customerId(), any -> new Lane());
        synchronized (lane) {
            lane.next = observed;
            if (lane.busy) {
                return;
            }
            lane.busy = true;
        }
        send(lane, 0);
    }

    /** How many tenants have an observation that the broker does not have yet. */
    public long unpublished() {
        return lanes.values().stream().filter(Lane::isBusy).count();
    }

    /** Whether the broker has everything of the tenant. */
    public boolean isPublished(String customerId) {
        Lane lane = lanes.get(customerId);
        return lane == null || !lane.isBusy();
    }

    private void send(Lane lane, int failures) {
        DrObserved observed;
        synchronized (lane) {
            observed = lane.next;
            if (observed == null) {
                lane.busy = false;
                return;
            }
        }
        EventEnvelope<DrObserved> event = EventEnvelope.of(source, observed.customerId(), clock.instant(), observed);
        long start = System.nanoTime();
        Uni.createFrom()
                .deferred(() -> bus.apply(event))
                .subscribe()
                .with(
                        done -> sent(lane, observed, System.nanoTime() - start),
                        failure -> failed(lane, observed, failure, failures + 1));
    }

    private void sent(Lane lane, DrObserved observed, long nanos) {
        published.record(nanos, TimeUnit.NANOSECONDS);
        synchronized (lane) {
            if (lane.next == observed) {
                lane.next = null;
            }
        }
        send(lane, 0);
    }

    private void failed(Lane lane, DrObserved observed, Throwable failure, int failures) {
        if (failures == 1) {
            LOG.warnf(
                    "an observation of tenant %s cannot be published yet, it is tried again: %s",
                    observed.customerId(), failure.getClass().getSimpleName());
        }
        Duration wait = backOff.after(failures);
        timer.schedule(() -> send(lane, failures), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One tenant's observations. {@code next} is the one to send; it stays until the broker has it or a newer one replaces it. */
    private static final class Lane {
        private DrObserved next;
        private boolean busy;

        synchronized boolean isBusy() {
            return busy;
        }
    }
}
