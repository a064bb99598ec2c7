package io.breakwater.snapshot.capture;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Counts attempts by outcome, and shows how many tenants need somebody to look. */
@Singleton
class CaptureMeters {
    private final MeterRegistry meters;
    private final AtomicLong alarming = new AtomicLong();

    CaptureMeters(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("breakwater.snapshot.alarming.tenants", alarming, AtomicLong::get)
                .description("Tenants whose last capture ended so that people should look")
                .register(meters);
    }

    void ended(Outcome outcome) {
        meters.counter("breakwater.snapshot.captures", "outcome", outcome.label())
                .increment();
    }

    void alarming(long tenants) {
        alarming.set(tenants);
    }
}
