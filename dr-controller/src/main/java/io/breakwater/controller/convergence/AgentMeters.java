package io.breakwater.controller.convergence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What is counted of agents' statuses. Safe for threads. */
@Singleton
class AgentMeters {
    private final Counter accepted;
    private final Counter overtaken;
    private final Counter superseded;
    private final Counter foreign;
    private final Counter unknown;
    private final Counter ahead;

    AgentMeters(MeterRegistry registry) {
        this.accepted = registry.counter("breakwater.agents.statuses", "outcome", "accepted");
        this.overtaken = registry.counter("breakwater.agents.statuses", "outcome", "overtaken");
        this.superseded = registry.counter("breakwater.agents.statuses", "outcome", "superseded");
        this.unknown = registry.counter("breakwater.agents.statuses", "outcome", "unknown");
        this.ahead = registry.counter("breakwater.agents.statuses", "outcome", "ahead");
        this.foreign = registry.counter("breakwater.agents.statuses", "outcome", "foreign");
    }

    void accepted() {
        accepted.increment();
    }

    void overtaken() {
        overtaken.increment();
    }

    /** Two processes with one certificate. */
    void superseded() {
        superseded.increment();
    }

    /** An agent that config-service does not name. */
    void unknown() {
        unknown.increment();
    }

    /** From a clock that is too far ahead. */
    void ahead() {
        ahead.increment();
    }

    /** An agent id that is another tenant's. */
    void foreign() {
        foreign.increment();
    }
}
