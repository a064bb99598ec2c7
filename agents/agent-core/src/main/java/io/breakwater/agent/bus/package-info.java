/**
 * Kafka, as agents use it: what the watcher saw comes in as evidence, what the agent says of itself goes out. It carries no instruction,
 * it may be away for any time, and it stays connected in ACTIVE (ADR 0006).
 */
package io.breakwater.agent.bus;
