package io.breakwater.platform.owner;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What is counted of one table's runs. Safe for threads. */
final class ResyncMeters {
    private final MeterRegistry registry;
    private final String table;
    private final AtomicLong lastOk = new AtomicLong();

    ResyncMeters(MeterRegistry registry, String table) {
        this.registry = registry;
        this.table = table;
        Gauge.builder("breakwater.resync.last.ok", lastOk, AtomicLong::get)
                .description("Epoch second at which the table was last compared with its owner; 0: never")
                .tag("table", table)
                .register(registry);
        // There from the start, so that an alarm on their growth sees the first one
        counter("breakwater.resync.mended");
        runs("ok");
        runs("failed");
    }

    void ok(ResyncReport report, long epochSecond) {
        lastOk.set(epochSecond);
        runs("ok").increment();
        counter("breakwater.resync.mended").increment(report.mended());
        counter("breakwater.resync.refused").increment(report.refused());
    }

    void failed() {
        runs("failed").increment();
    }

    void doubted(String reason) {
        Counter.builder("breakwater.resync.doubts")
                .tag("table", table)
                .tag("reason", reason)
                .register(registry)
                .increment();
    }

    private Counter runs(String outcome) {
        return Counter.builder("breakwater.resync.runs")
                .tag("table", table)
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter counter(String name) {
        return Counter.builder(name).tag("table", table).register(registry);
    }
}
