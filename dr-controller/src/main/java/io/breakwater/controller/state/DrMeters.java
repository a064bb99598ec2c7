package io.breakwater.controller.state;

import io.breakwater.activation.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** What is counted and logged of decisions. Safe for threads. */
@Singleton
class DrMeters {
    private static final Logger LOG = Logger.getLogger(DrMeters.class);

    private final MeterRegistry registry;

    DrMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void decided(Step step) {
        step.verdict().ifPresent(this::judged);
        if (step.after().damping().suppressed() > step.before().damping().suppressed()) {
            registry.counter("breakwater.dr.changes.damped").increment();
        }
        if (step.isChange()) {
            changed(step);
        }
    }

    private void judged(Verdict verdict) {
        registry.counter(
                        "breakwater.dr.verdicts",
                        "verdict",
                        verdict.name(),
                        "reason",
                        verdict.reason().name())
                .increment();
    }

    private void changed(Step step) {
        String before = TenantState.nameOf(step.before().state());
        String after = TenantState.nameOf(step.after().state());
        registry.counter("breakwater.dr.changes", "cause", step.cause().name(), "before", before, "after", after)
                .increment();
        LOG.infof(
                "Customer %s: %s -> %s (%s, %s), sequence %d",
                step.after().customerId(),
                before,
                after,
                step.cause(),
                step.verdict()
                        .map(verdict -> verdict.name() + " " + verdict.reason())
                        .orElse("clock"),
                step.after().sequence());
    }
}
