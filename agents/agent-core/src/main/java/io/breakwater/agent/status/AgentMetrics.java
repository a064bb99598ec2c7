package io.breakwater.agent.status;

import io.micrometer.core.instrument.MeterRegistry;

/** What the agent counts. Labels come from closed sets, never from outside. Safe for threads. */
public final class AgentMetrics {
    private static final String PREFIX = "breakwater.agent.";

    /** The agent was told no keys of events yet. */
    public static final String NO_KEYS = "no-keys";

    private final MeterRegistry registry;

    public AgentMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** An event of a type that this version does not know. The type is not a label: it comes from outside. */
    public void eventSkipped() {
        count("events.skipped");
    }

    /** An event that is not believed. @param reason a refusal's label, or {@link #NO_KEYS} */
    public void eventRefused(String reason) {
        registry.counter(PREFIX + "events.refused", "reason", reason).increment();
    }

    public void eventMalformed() {
        count("events.malformed");
    }

    public void eventRepeated() {
        count("events.repeated");
    }

    /** Evidence that was not judged because too much was waiting. */
    public void evidenceDropped() {
        count("evidence.dropped");
    }

    public void judged(String verdict, String reason) {
        registry.counter(PREFIX + "verdicts", "verdict", verdict, "reason", reason)
                .increment();
    }

    public void switched(String mode, String source) {
        registry.counter(PREFIX + "switches", "mode", mode, "source", source).increment();
    }

    public void snapshotRefused(String reason) {
        registry.counter(PREFIX + "snapshots.refused", "reason", reason).increment();
    }

    public void snapshotInstalled() {
        count("snapshots.installed");
    }

    public void looked(String outcome) {
        registry.counter(PREFIX + "looks", "outcome", outcome).increment();
    }

    /** A status that was not sent because the bus was away for too long. */
    public void statusDropped() {
        count("statuses.dropped");
    }

    private void count(String name) {
        registry.counter(PREFIX + name).increment();
    }
}
