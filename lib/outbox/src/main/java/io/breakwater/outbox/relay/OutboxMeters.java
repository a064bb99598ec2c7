package io.breakwater.outbox.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted of the outbox. Safe for threads. */
@Singleton
class OutboxMeters {
    private final MeterRegistry registry;
    private final AtomicLong unsent = new AtomicLong();

    OutboxMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("breakwater.outbox.unsent", unsent, AtomicLong::get)
                .description("Committed events that are not sent yet")
                .register(registry);
    }

    /** The time from the event's row to the broker's acknowledgement. */
    void sent(UnsentEvent event) {
        Duration took = Duration.between(event.createdAt(), OffsetDateTime.now(ZoneOffset.UTC));
        Timer.builder("breakwater.outbox.sent")
                .tag("topic", event.outgoing().topic())
                .register(registry)
                .record(took.isNegative() ? Duration.ZERO : took);
    }

    void failed(Outcome.Failure failure) {
        count("breakwater.outbox.failed", failure);
    }

    void refused(Outcome.Failure failure) {
        count("breakwater.outbox.refused", failure);
    }

    void unsent(long count) {
        unsent.set(count);
    }

    private void count(String name, Outcome.Failure failure) {
        Counter.builder(name)
                .tag("topic", failure.event().outgoing().topic())
                .register(registry)
                .increment();
    }
}
