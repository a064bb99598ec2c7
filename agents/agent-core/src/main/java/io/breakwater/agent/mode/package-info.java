/**
 * The agent's mode: evidence in, one durable write, then the service restarts. Knows nothing of where evidence comes from, and needs
 * neither the centre nor the bus.
 */
package io.breakwater.agent.mode;
