package io.breakwater.platform.events;

import io.breakwater.contracts.signature.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of consumed events. Safe for threads. */
@Singleton
class EventMeters {
    private final MeterRegistry registry;
    private final AtomicInteger stalled = new AtomicInteger();

    EventMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("breakwater.events.stalled", stalled, AtomicInteger::get)
                .description("Consumers that wait for a server to come back")
                .register(registry);
    }

    void processed(String consumer, Duration took) {
        Timer.builder("breakwater.events.processed")
                .tag("consumer", consumer)
                .register(registry)
                .record(took);
    }

    /** @param type the wire name of a known type, or {@code unknown}: a stranger's text is never a tag value */
    void skipped(String consumer, String type) {
        Counter.builder("breakwater.events.skipped")
                .tag("consumer", consumer)
                .tag("type", type)
                .register(registry)
                .increment();
    }

    void retried(String consumer) {
        Counter.builder("breakwater.events.retried")
                .tag("consumer", consumer)
                .register(registry)
                .increment();
    }

    void deadLettered(String consumer) {
        Counter.builder("breakwater.events.dead.lettered")
                .tag("consumer", consumer)
                .register(registry)
                .increment();
    }

    /** @param topic one that a consumer of ours reads */
    void refused(String topic, Refusal refusal) {
        Counter.builder("breakwater.events.refused")
                .description("Events that are not believed: each is an alarm, but for those repeated")
                .tag("topic", topic)
                .tag("reason", refusal.label())
                .register(registry)
                .increment();
    }

    void stalls() {
        stalled.incrementAndGet();
    }

    void goesOn() {
        stalled.decrementAndGet();
    }
}
