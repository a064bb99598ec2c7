/**
 * What the agent says of itself: status events on the bus, and what is wrong right now. Never blocks the mode keeper, never grows
 * without bound while the bus is away.
 */
package io.breakwater.agent.status;
