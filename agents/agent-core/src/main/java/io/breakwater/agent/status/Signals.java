package io.breakwater.agent.status;

/**
 * How a part of the agent says what happened: what is wrong, what is counted, and that the agent's status is another one now.
 *
 * @param changed returns at once; may be called from any thread
 */
public record Signals(Troubles troubles, AgentMetrics metrics, Runnable changed) {}
