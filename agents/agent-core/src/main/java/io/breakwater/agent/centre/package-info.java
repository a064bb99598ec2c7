/**
 * The way to the central services (config-service and snapshot-service): HTTP with bounds on time and size, the agent's token, and the
 * gate that ACTIVE closes. Nothing here is needed to start, switch, serve or return.
 */
package io.breakwater.agent.centre;
